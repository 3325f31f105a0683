using System.Diagnostics;

namespace BlockAssist.Tests.Shared.Servers;

/// <summary>A real Redis server for one test.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = LoopbackPort.Free();
    private readonly bool _writesDown;
    private Process _process;

    private RedisServer(bool writesDown)
    {
        _writesDown = writesDown;
        _process = Start();
    }

    /// <summary>Its address.</summary>
    public string Address => $"redis://127.0.0.1:{_port}";

    /// <summary>Starts one.</summary>
    /// <param name="writesDown">Whether it writes down at once what it is told.</param>
    public static RedisServer StartOrSkip(bool writesDown = true)
    {
        Assert.SkipUnless(ServerPrograms.Find("redis-server") is not null, "redis-server is not installed; on Debian: apt-get install redis-server");
        return new RedisServer(writesDown);
    }

    /// <summary>Kills it as nobody can prepare for, and starts it again.</summary>
    public void Crash()
    {
        Stop();
        _process = Start();
    }

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    private Process Start()
    {
        string[] words = ["--port", $"{_port}", "--bind", "127.0.0.1", "--dir", _folder.Path, "--appendonly", _writesDown ? "yes" : "no", "--appendfsync", "always", "--save", ""];
        var process = Process.Start(new ProcessStartInfo(ServerPrograms.Find("redis-server")!, words) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        LoopbackPort.Await(_port);
        return process;
    }

    private void Stop()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
