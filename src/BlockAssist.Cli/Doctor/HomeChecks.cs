namespace BlockAssist.Cli.Doctor;

/// <summary>Looks at the node's home.</summary>
internal static class HomeChecks
{
    private const double BytesPerGibibyte = 1 << 30;
    private const double EnoughDisk = 1;

    /// <summary>Whether files can be made in the home; makes the folder if need be.</summary>
    public static Finding Writable(string home)
    {
        try
        {
            Directory.CreateDirectory(home);
            var probe = Path.Combine(home, Path.GetRandomFileName());
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return Finding.Ok("home", home);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Missing("home", $"{home} cannot be written", "set BLOCKASSIST_HOME to a folder that you may write to");
        }
    }

    /// <summary>The bytes free where the home is or would be; null where the system does not say.</summary>
    public static long? FreeBytes(string home)
    {
        try
        {
            var folder = home;
            while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            {
                folder = parent;
            }

            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether there is room for episodes and models.</summary>
    public static Finding Disk(long? freeBytes)
    {
        if (freeBytes is null)
        {
            return Finding.Warning("disk", "unknown", "set BLOCKASSIST_HOME to a folder on a disk of this machine");
        }

        var free = freeBytes.Value / BytesPerGibibyte;
        return free >= EnoughDisk
            ? Finding.Ok("disk", $"{MachineChecks.Gibibytes(free)} free")
            : Finding.Warning("disk", $"{MachineChecks.Gibibytes(free)} free", $"free {EnoughDisk} GiB for episodes and models");
    }
}
