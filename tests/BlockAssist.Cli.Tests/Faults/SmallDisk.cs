using System.Diagnostics;
using System.Globalization;

namespace BlockAssist.Cli.Tests.Faults;

/// <summary>A disk of its own in memory, that can be filled and written-protected; skips the test where none can be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Block = 1024;

    private readonly TemporaryFolder _folder = new();

    /// <param name="kibis">How much it holds, in KiB.</param>
    public SmallDisk(int kibis)
    {
        var isMounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={kibis}k"), "tmpfs", _folder.Path);
        Assert.SkipUnless(isMounted, "needs Linux, root, and the right to mount a disk in memory");
    }

    public string Path => _folder.Path;

    private string Filling => _folder.File("filling");

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filling, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[Block]);
            }
        }
        catch (IOException)
        {
            // That was all of it.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Filling);

    /// <summary>Lets nobody write any more.</summary>
    public void Protect() => Assert.True(Run("mount", "-o", "remount,ro", _folder.Path));

    public void Dispose()
    {
        // What a process still holds is let go when it ends.
        Run("umount", "--lazy", _folder.Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
