using System.Diagnostics;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>A real Redis server for one test, which writes down at once what it is told.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private RedisServer(int port)
    {
        string[] words = ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", _folder.Path, "--appendonly", "yes", "--appendfsync", "always", "--save", ""];
        Uri = new Uri($"redis://127.0.0.1:{port}");
        _process = Process.Start(new ProcessStartInfo("redis-server", words) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public Uri Uri { get; }

    public static RedisServer StartOrSkip()
    {
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "redis-server"))),
            "redis-server is not installed; on Debian: apt-get install redis-server");
        return new RedisServer(LoopbackPort.Free());
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }
}
