using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Swarm;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>The whole of it on one machine: real training, a real hub with its connections, replays in a process of their own, a gate that plays.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class NodeRunTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly SmallSwarm _swarm = new();

    [Fact]
    public async Task A_node_alone_trains_a_round_proves_it_merges_and_tries_what_came_of_it()
    {
        await RunAsync("key", "new", "--without-passphrase");
        await RunAsync("swarm", "init", "--listen", $"127.0.0.1:{LoopbackPort.Free()}", "--base", _swarm.Round.Base);
        Quicken();

        var run = await RunAsync("node", "run", "--data", _swarm.File("play"), "--rounds", "1", "--json");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        var status = run.Json.GetProperty("status");
        var credit = status.GetProperty("credits")[0];
        Assert.Equal("Verified", credit.GetProperty("reason").GetString());
        Assert.InRange(credit.GetProperty("amount").GetDouble(), 700, 1000);

        // One at least; of three, each is drawn at one in ten.
        Assert.InRange(status.GetProperty("replays").GetInt32(), 1, 3);
        Assert.Single(Directory.GetFiles(SwarmFolder.Of(Home).Records));
        Assert.Equal(credit.GetProperty("promoted").GetBoolean(), status.GetProperty("models").GetArrayLength() == 1);
    }

    public void Dispose()
    {
        _swarm.Dispose();
        _home.Dispose();
    }

    private NodeHome Home => new(_home.Path);

    private Task<CommandRun> RunAsync(params string[] words) => CommandRun.Of(Verbs.All(), _home.Path, words);

    private void Quicken()
    {
        var folder = SwarmFolder.Of(Home);
        var settings = folder.Settings();
        folder.Keep(settings with { Own = settings.Own! with { Plan = settings.Own.Plan with { Training = TimeSpan.FromSeconds(12), MostSegments = 3 } } });
    }
}
