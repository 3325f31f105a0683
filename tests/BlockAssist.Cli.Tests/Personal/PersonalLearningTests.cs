using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Cli.Tests.Personal;

/// <summary>An assistant that has learnt nothing learns from a person, session by session.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class PersonalLearningTests : IAsyncLifetime
{
    private static readonly SiteOptions Site = new() { Horizon = 150 };

    private readonly TemporaryFolder _home = new();
    private string _first = "";

    public async ValueTask InitializeAsync()
    {
        _first = SomeBelief.Save(_home.File("some.safetensors"), Site.Size);
        await Run("model", "import", _home.File("some.safetensors"));
        await Run("model", "promote", _first[..8]);
    }

    [Fact]
    public async Task What_was_learnt_from_one_session_plays_once_the_next_shows_that_it_is_better()
    {
        Record("a", 1, "me");
        Directory.CreateDirectory(_home.File("training/personal/given-up"));
        var once = await Learn();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.File("training/personal")));
        Record("b", 2, "me");
        var twice = await Learn();
        var nothingNew = await Learn();
        var back = await Run("model", "rollback", "--kind", "assistant");

        Assert.True(once.Code == ExitCode.Done, once.Error);
        var learnt = once.Json.GetProperty("learnt").GetString();
        Assert.Equal(_first, once.Json.GetProperty("playing").GetString());
        Assert.False(once.Json.TryGetProperty("trial", out var trial) && trial.ValueKind != System.Text.Json.JsonValueKind.Null);

        Assert.Equal(learnt, twice.Json.GetProperty("tried").GetString());
        Assert.True(twice.Json.GetProperty("isPromoted").GetBoolean(), twice.Out);
        Assert.Equal(learnt, twice.Json.GetProperty("playing").GetString());
        Assert.NotEqual(learnt, twice.Json.GetProperty("learnt").GetString());

        Assert.Equal(System.Text.Json.JsonValueKind.Null, nothingNew.Json.GetProperty("learnt").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, nothingNew.Json.GetProperty("tried").ValueKind);
        Assert.Contains("Computing on", twice.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Computing on", nothingNew.Error, StringComparison.Ordinal);
        Assert.True(back.Code == ExitCode.Done, back.Error);
        Assert.Contains(_first[..8], back.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_game_has_it_learn_in_a_process_beside_and_hears_when_another_model_plays()
    {
        Record("a", 1, "me");
        await Learn();
        Record("b", 2, "me");
        var (reopened, news) = (0, (string?)null);
        var verb = new Verb("beside", "Learns beside.", new Example("blockassist beside", "for a test"));
        verb.Runs((_, context, cancellation) =>
        {
            using var beside = new LearningBeside(context, context.Home.Episodes, () => reopened++, new Supervisor(context.Log, context.Surroundings.Clock) { GivesWay = false }) { Words = ["--steps", "4", "--practice", "2"] };
            beside.Begin();
            beside.Begin();
            SpinWait.SpinUntil(() => cancellation.IsCancellationRequested || (news = beside.TakeNews()) is not null, TimeSpan.FromMinutes(3));
            return ExitCode.Done;
        });

        var run = await CommandRun.Of([verb], _home.Path, ["beside"]);

        Assert.True(run.Code == ExitCode.Done && news is not null, run.Error);
        Assert.Contains("The assistant has learnt from you", news, StringComparison.Ordinal);
        Assert.Equal(1, reopened);
    }

    [Fact]
    public async Task A_curve_shows_what_it_brings()
    {
        foreach (var (player, number) in new[] { ("me", 1), ("me", 2), ("you", 3) })
        {
            Record($"{player}{number}", number, player);
        }

        var curve = await Run("evaluate", "assistant", "--personal", "--data", _home.File("episodes"), "--steps", "2", "--practice", "2", "--json");

        Assert.True(curve.Code == ExitCode.Done, curve.Error);
        var step = Assert.Single(curve.Json.GetProperty("steps").EnumerateArray());
        Assert.Equal((1, 1), (step.GetProperty("learnt").GetInt32(), step.GetProperty("players").GetInt32()));
        Assert.True(step.GetProperty("later").GetProperty("mean").GetDouble() > 0, curve.Out);
        Assert.Single(Assert.Single(curve.Json.GetProperty("points").EnumerateArray()).GetProperty("others").EnumerateArray());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.File("training/personal-curve")));
    }

    [Fact]
    public async Task Who_has_not_played_is_told_to()
    {
        var none = await Learn();

        Assert.Equal(ExitCode.Failed, none.Code);
        Assert.Contains("Record some play first", none.Error, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _home.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<CommandRun> Learn() => Run("train", "personal", "--steps", "4", "--practice", "2", "--json");

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _home.Path, words);

    private void Record(string name, int number, string player)
    {
        var goal = GoalPlacement.Place(HouseGenerator.Generate(GoalPlacement.RoomFor(Site.Size, Site.InfiniteBlocks), (ulong)number), Site.Size, Site.InfiniteBlocks);
        var site = new BuildSite(Site, goal);
        var header = new EpisodeHeader
        {
            Options = Site,
            Goal = goal,
            GoalName = name,
            Builders = [new EpisodeBuilder(BuilderRole.Person, player)],
            Seed = (ulong)number,
            Properties = new Dictionary<string, string> { ["recorded"] = $"2026-01-0{number}" },
        };
        using var recorder = new EpisodeRecorder(_home.File($"episodes/{name}{EpisodeFormat.FileEnding}"), header, site);
        new PolicyRunner(site, new HumanlikeBuilder((ulong)number)).Run(recorder);
    }
}
