namespace BlockAssist.Cli.Running;

/// <summary>A file that a process holds for as long as it does something, so that others see that it does; let go of when the process ends, however it ends.</summary>
internal static class HeldFile
{
    /// <summary>Takes hold of a file; null where somebody else has it.</summary>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether somebody holds a file.</summary>
    public static bool IsHeld(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var free = TryTake(path);
        return free is null;
    }
}
