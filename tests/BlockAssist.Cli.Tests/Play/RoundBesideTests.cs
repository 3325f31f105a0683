using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Tests.Play;

/// <summary>Rounds of the swarm that are trained beside a game.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class RoundBesideTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    private SwarmFolder Swarm => SwarmFolder.Of(new NodeHome(_home.Path));

    [Fact]
    public async Task What_was_played_is_trained_in_a_swarm_of_one_once_and_any_other_swarm_takes_its_place()
    {
        await Build();
        await Beside(RoundsBeside.Alone);
        var first = Records();
        await Beside(RoundsBeside.Alone);
        var nothingNew = Records();
        var other = await Init();

        Assert.Equal("00000001.envelope", Assert.Single(first));
        Assert.Equal(first, nothingNew);
        Assert.True(other.Code == ExitCode.Done, other.Error);
        Assert.Equal("ours", Swarm.Settings().Network);
        Assert.Single(Directory.EnumerateDirectories(_home.Path, "swarm-until-*"));
    }

    [Fact]
    public async Task A_swarm_that_was_joined_is_taken_part_in_only_where_that_is_asked_for()
    {
        await Build();
        await Run("key", "new", "--without-passphrase");
        await Init();

        await Beside(RoundsBeside.Alone);
        await Beside(RoundsBeside.None);

        Assert.False(File.Exists(Swarm.StatusFile));
        Assert.Equal("ours", Swarm.Settings().Network);
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_passphrase()
    {
        await Build();
        File.WriteAllText(_home.File("passphrase"), "a horse that nobody rides");
        await Run("key", "new", "--passphrase-file", _home.File("passphrase"));

        await Beside(RoundsBeside.Alone);

        Assert.False(File.Exists(Swarm.SettingsFile));
    }

    public void Dispose() => _home.Dispose();

    private async Task Build()
    {
        var built = await Run("play", "--headless", "--only-play", "--seed", "7");
        Assert.True(built.Code == ExitCode.Done, built.Error);
    }

    private async Task Beside(RoundsBeside rounds)
    {
        var verb = new Verb("beside", "Trains beside.", new Example("blockassist beside", "for a test"));
        verb.RunsAsync(async (_, context, cancellation) =>
        {
            var supervisor = new Supervisor(context.Log, context.Surroundings.Clock) { GivesWay = false };
            await new RoundBeside(context, supervisor, context.Home.Episodes, rounds, TimeSpan.FromSeconds(5)).DoAsync(cancellation);
            return ExitCode.Done;
        });
        var run = await CommandRun.Of([verb], _home.Path, ["beside"]);
        Assert.True(run.Code == ExitCode.Done, run.Error);
    }

    private Task<CommandRun> Init() => Run("swarm", "init", "--name", "ours", "--listen", $"127.0.0.1:{LoopbackPort.Free()}", "--fresh");

    private string[] Records() => [.. Directory.EnumerateFiles(Swarm.Records).Select(file => Path.GetFileName(file)!)];

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _home.Path, words);
}
