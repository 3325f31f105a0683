using System.Diagnostics;

namespace BlockAssist.Tests.Shared;

/// <summary>A screen in memory, with a mouse and a keyboard that a test moves: Xvfb and xdotool.</summary>
internal sealed class VirtualScreen : IDisposable
{
    /// <summary>The variable that tells programs which screen is theirs.</summary>
    public const string Variable = "DISPLAY";

    private readonly Process _server;

    private VirtualScreen(Process server, string name) => (_server, Name) = (server, name);

    /// <summary>What to call it in <see cref="Variable"/>.</summary>
    public string Name { get; }

    /// <summary>Starts a server that takes a name which is free; skips the test where there is none.</summary>
    public static VirtualScreen Start(int width, int height)
    {
        SkipWithout("Xvfb");
        var server = Process.Start(new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", $"{width}x{height}x24", "-nolisten", "tcp"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        server.BeginErrorReadLine();
        return server.StandardOutput.ReadLine() is { Length: > 0 } number
            ? new VirtualScreen(server, $":{number}")
            : throw new InvalidOperationException("Xvfb did not say which display it took.");
    }

    /// <summary>Skips the test if the system lacks a program.</summary>
    public static void SkipWithout(string program) => Assert.SkipUnless(
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))),
        $"{program} is missing; on Debian: apt-get install -y {program.ToLowerInvariant()}");

    /// <summary>Lets xdotool play the person.</summary>
    public void Do(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("xdotool", words);
        start.Environment[Variable] = Name;
        using var tool = Process.Start(start)!;
        Assert.True(tool.WaitForExit(TimeSpan.FromSeconds(30)), "xdotool hangs.");
        Assert.Equal(0, tool.ExitCode);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }
}
