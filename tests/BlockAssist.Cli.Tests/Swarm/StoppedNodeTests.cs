using System.Diagnostics;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>Real processes that are told to stop, as service managers and terminals do, and are watched as monitors do.</summary>
public sealed class StoppedNodeTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    private readonly TemporaryFolder _folder = new();
    private readonly SmallSwarm _model = new();
    private readonly NodeProcess _hub;
    private readonly int _port = LoopbackPort.Free();
    private readonly int _statusPort = LoopbackPort.Free();

    public StoppedNodeTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are for Unix");
        _hub = Node("hub");
        _hub.MakeIdentity();
        _hub.Ask("swarm", "init", "--listen", $"127.0.0.1:{_port}", "--base", _model.Round.Base, "--rate", "0.003");
        var settings = _hub.Folder.Settings();
        _hub.Folder.Keep(settings with { Own = settings.Own! with { Plan = settings.Own.Plan with { Training = TimeSpan.FromMinutes(3), MostSegments = 6 } } });
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_node_that_is_told_to_stop_ends_well_and_loses_nothing(string signal)
    {
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts, "interrupts are ignored here, as in the background of a shell, and by whatever is started from here");
        Start();
        Await("the node is in the middle of its lease", () => _hub.Status is { Round: 1, Lease: { Done: > 0 } lease } && lease.Done < lease.Segments);
        Assert.Contains("\"healthy\":true", await AskAsync("healthz"), StringComparison.Ordinal);
        Assert.Contains("\"ready\":true", await AskAsync("readyz"), StringComparison.Ordinal);
        var metrics = await AskAsync("metrics");
        Assert.Contains("\nblockassist_leases_total{answer=\"taken\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_hub_silence_seconds ", metrics, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_lease_segments ", metrics, StringComparison.Ordinal);

        Assert.Equal(0, signal == "INT" ? _hub.Interrupt() : _hub.Terminate());
        Assert.True(_hub.HasSaid("Stopped; what was begun is gone on with"), _hub.Tail());
        var done = _hub.Status!.Lease!.Done;

        // What comes after the commitment waits for those who were away meanwhile, and is not waited for here.
        var isTrainedAgain = false;
        Start();
        Await("the lease is done", () =>
        {
            isTrainedAgain |= _hub.Status is { Lease: { } lease } && lease.Done < done;
            return _hub.HasSaid("round 1: commit is taken");
        });
        Assert.False(isTrainedAgain, _hub.Tail());
        Assert.Equal(0, signal == "INT" ? _hub.Interrupt() : _hub.Terminate());
    }

    [Fact]
    public void A_worker_that_is_told_to_stop_ends_well()
    {
        using var worker = Node("worker");
        Start();
        Await("the hub lets peers in", () => _hub.HasSaid("Others join by"));
        worker.MakeIdentity();
        worker.Ask("swarm", "join", $"127.0.0.1:{_port}/{_hub.Peer}");
        _hub.Ask("swarm", "admit", worker.Peer.ToString());
        worker.Run("blockassist", "worker", "--log-format", "json");
        Await("the worker is ready", () => worker.HasSaid("ready to work for the hub"));

        Assert.Equal(0, worker.Terminate());
        Assert.Equal(0, _hub.Terminate());
    }

    // The second bit of the signals that this process ignores.
    private static bool IgnoresInterrupts => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (Convert.ToUInt64(line[7..].Trim(), 16) & 2) != 0;

    public void Dispose()
    {
        _hub?.Dispose();
        _model.Dispose();
        _folder.Dispose();
    }

    private void Start() => _hub.Run("blockassist", "node", "run", "--data", _model.File("play"), "--status-port", $"{_statusPort}");

    private NodeProcess Node(string name) => new(name, _folder.Path, (program, words) => new ProcessStartInfo(program, words));

    private async Task<string> AskAsync(string what)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"http://127.0.0.1:{_statusPort}/{what}"), TestContext.Current.CancellationToken);
    }

    private void Await(string what, Func<bool> isSo) => _hub.Await(what, Longest, isSo);
}
