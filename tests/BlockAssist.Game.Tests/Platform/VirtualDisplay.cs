using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BlockAssist.Game.Tests.Platform;

/// <summary>An X server without a screen, and the DISPLAY of this process set to it until it is disposed of.</summary>
/// <remarks>The environment of the C library, which GLFW reads: .NET keeps a copy of its own.</remarks>
internal sealed partial class VirtualDisplay : IDisposable
{
    private const string Variable = "DISPLAY";

    private readonly Process _server;
    private readonly string _name;

    private VirtualDisplay(Process server, string name)
    {
        (_server, _name) = (server, name);
        _ = SetEnvironment(Variable, name, 1);
    }

    /// <summary>Starts a server on a display that is free.</summary>
    public static VirtualDisplay Start()
    {
        SkipWithout("Xvfb");
        var server = Process.Start(new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        server.BeginErrorReadLine();
        return server.StandardOutput.ReadLine() is { Length: > 0 } number
            ? new VirtualDisplay(server, $":{number}")
            : throw new InvalidOperationException("Xvfb did not say which display it took.");
    }

    /// <summary>Makes this process have no display.</summary>
    public static void Unset() => _ = UnsetEnvironment(Variable);

    /// <summary>Lets xdotool play the person.</summary>
    public void Do(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("xdotool", words);
        start.Environment[Variable] = _name;
        using var tool = Process.Start(start)!;
        Assert.True(tool.WaitForExit(TimeSpan.FromSeconds(10)), "xdotool hangs.");
        Assert.Equal(0, tool.ExitCode);
    }

    /// <summary>Skips the test if the system lacks a program.</summary>
    public static void SkipWithout(string program) => Assert.SkipUnless(
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))),
        $"{program} is missing; on Debian: apt-get install -y {program.ToLowerInvariant()}");

    /// <inheritdoc/>
    public void Dispose()
    {
        Unset();
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int UnsetEnvironment(string name);
}
