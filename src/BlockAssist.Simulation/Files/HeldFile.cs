namespace BlockAssist.Simulation.Files;

/// <summary>A file that one process holds for as long as it does something, so that others do not, or see that it does; let go of when the process ends, however it ends.</summary>
public static class HeldFile
{
    private const int Tries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Takes hold of a file until the result is disposed of; null where somebody else has it.</summary>
    /// <param name="path">The file; made if need be, with its folder.</param>
    /// <exception cref="IOException">There can be no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write there.</exception>
    public static IDisposable? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var held = TryOpen(path);

        // Who only looks whether it is held has it for a moment.
        for (var tries = 1; held is null && tries < Tries; tries++)
        {
            Thread.Sleep(Pause);
            held = TryOpen(path);
        }

        return held;
    }

    /// <summary>Whether somebody holds a file.</summary>
    public static bool IsHeld(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var free = TryOpen(path);
        return free is null;
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
