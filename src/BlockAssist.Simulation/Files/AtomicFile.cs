namespace BlockAssist.Simulation.Files;

/// <summary>Writes a file so that it is there whole or not at all, also when the power fails in between.</summary>
public static class AtomicFile
{
    /// <summary>Lets <paramref name="write"/> fill a <c>.partial</c> file, and gives it its name when it is whole and on the disk.</summary>
    /// <remarks>Makes the folder if need be, replaces a file of that name, and leaves nothing behind if <paramref name="write"/> throws.</remarks>
    /// <exception cref="IOException">The file cannot be written there; the message names it and the reason.</exception>
    public static void Write(string path, Action<Stream> write) => Write(path, write, mode: null, replaces: true);

    /// <summary>The same for a secret: on Unix only its owner can read the file, from its first byte on; on Windows the folder decides.</summary>
    /// <exception cref="IOException">The file cannot be written there; the message names it and the reason.</exception>
    public static void WritePrivate(string path, Action<Stream> write) =>
        Write(path, write, OwnerOnly, replaces: true);

    /// <summary>The same for a secret that must not be lost: a file of that name stays as it is.</summary>
    /// <returns>False if there is one.</returns>
    /// <exception cref="IOException">The file cannot be written there; the message names it and the reason.</exception>
    public static bool CreatePrivate(string path, Action<Stream> write) => Write(path, write, OwnerOnly, replaces: false);

    private static UnixFileMode? OwnerOnly => OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static bool Write(string path, Action<Stream> write, UnixFileMode? mode, bool replaces)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder; a file cannot be written there. Name a file in it.");
        }

        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            write(device);
            return true;
        }

        // A link stays; what it leads to is replaced.
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return WriteWhole(target, target + ".partial", write, mode, replaces);
    }

    // A device (/dev/null, /dev/stdout) is written as it is: renaming a file over it would remove it. What is in memory (/dev/shm) are files.
    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static bool WriteWhole(string target, string partial, Action<Stream> write, UnixFileMode? mode, bool replaces)
    {
        // Opened before the try: if another process is writing this file, the partial one is not ours to delete.
        var stream = Open(target, partial, mode);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, target, overwrite: replaces);
            return true;
        }
        catch (IOException) when (!replaces && File.Exists(target))
        {
            File.Delete(partial);
            return false;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private static FileStream Open(string target, string partial, UnixFileMode? mode)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
            if (mode is null || OperatingSystem.IsWindows())
            {
                return new FileStream(partial, options);
            }

            // One that a crash left behind keeps the mode it was made with, unless told.
            options.UnixCreateMode = mode;
            var stream = new FileStream(partial, options);
            File.SetUnixFileMode(stream.SafeFileHandle, mode.Value);
            return stream;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{target} cannot be written: {error.Message.Replace(partial, target, StringComparison.Ordinal)}", error);
        }
    }
}
