using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Tests.Faults;

/// <summary>Two programs at once in one home.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class SharedHomeTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_second_node_says_that_there_is_one_and_leaves_all_as_it_is()
    {
        await Run("key", "new", "--without-passphrase");
        await Run("swarm", "init", "--fresh", "--listen", $"127.0.0.1:{LoopbackPort.Free()}");
        var folder = SwarmFolder.Of(new NodeHome(_home.Path));
        var settings = await File.ReadAllBytesAsync(folder.SettingsFile, TestContext.Current.CancellationToken);

        CommandRun second;
        using (HeldFile.TryTake(folder.LockFile))
        {
            second = await Run("node", "run", "--rounds", "1");
        }

        Assert.Equal(ExitCode.Failed, second.Code);
        Assert.Contains("a node is running in this home already. Look at it with blockassist node status, or stop it first.", second.Error, StringComparison.Ordinal);
        Assert.Equal(settings, await File.ReadAllBytesAsync(folder.SettingsFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_who_play_at_once_record_two_sessions_and_both_are_whole()
    {
        string[] words = ["play", "--headless", "--only-play", "--seed", "7"];

        var both = await Task.WhenAll(Task.Run(() => Run(words)), Task.Run(() => Run(words)));

        Assert.All(both, run => Assert.True(run.Code == ExitCode.Done, run.Error));
        var verified = await Run("demos", "verify", "--json");
        Assert.Equal((2, 0), (verified.Json.GetProperty("exact").GetInt32(), verified.Json.GetProperty("mismatches").GetInt32()));
    }

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _home.Path, words);
}
