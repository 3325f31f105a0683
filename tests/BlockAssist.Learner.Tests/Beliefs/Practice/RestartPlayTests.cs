using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Personal;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Tests.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Survival;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Tests.Beliefs.Practice;

/// <summary>A session of a scripted person and a scripted assistant is played on by models that have learnt nothing.</summary>
[Collection(TrainingTests.Name)]
public sealed class RestartPlayTests : IDisposable
{
    private static readonly SiteOptions Site = new() { Horizon = 200, Builders = [new BuilderOptions(), new BuilderOptions { GoalVisible = true }] };

    private readonly TemporaryFolder _folder = new();
    private readonly ServedModel _human = new();
    private readonly BeliefModel _belief = Belief();
    private readonly InferenceEngine _engine;
    private readonly string _session;

    public RestartPlayTests()
    {
        _engine = InferenceEngine.Open(_belief.ToOnnx(), "assistant");
        _session = Session("session.bae", BuilderRole.Person, BuilderRole.Assistant);
    }

    [Fact]
    public void A_session_is_played_on_from_each_moment_as_it_was_then()
    {
        var files = Record(_session, [30, 90]);

        Assert.Equal([30, 90], files.Select(file => EpisodeBranch.StepOf(EpisodeReader.Open(file).Header)));
        Assert.All(files, file => Assert.Equal(1, EpisodeVerification.Verify(file).Exact));
        Assert.All(files, file => Assert.True(new Replay(EpisodeReader.Open(file)).Seek(EpisodeBranch.StepOf(EpisodeReader.Open(file).Header) + 10)));
        Assert.All(files, file => Assert.All(SurvivalRecord.Of(file).Fates, fate => Assert.True(fate.Step >= EpisodeBranch.StepOf(EpisodeReader.Open(file).Header))));
    }

    [Fact]
    public void The_same_seed_plays_the_same_and_what_is_there_is_not_played_again()
    {
        var once = File.ReadAllBytes(Assert.Single(Record(_session, [30])));
        File.Delete(Record(_session, [30])[0]);
        var file = Assert.Single(Record(_session, [30]));
        Assert.Equal(once, File.ReadAllBytes(file));

        File.WriteAllBytes(file, [1]);
        Assert.Equal([1], File.ReadAllBytes(Record(_session, [30])[0]));
    }

    [Fact]
    public void A_session_that_is_shorter_or_without_an_assistant_is_not_played_on()
    {
        Assert.Empty(Record(_session, [100_000]));
        Assert.Empty(Record(Session("two.bae", BuilderRole.Person, BuilderRole.Person), [30]));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.File("branches")), file => !file.EndsWith(EpisodeFormat.FileEnding, StringComparison.Ordinal));
    }

    [Fact]
    public void Moments_are_spread_over_a_session() => Assert.Equal([50, 100, 150], RestartPlay.MomentsOf(_session, 3));

    [Fact]
    public void Fates_are_told_of_edits_that_the_model_believed_in()
    {
        using var fates = new EpisodeFates(_engine, _belief.Network.Shape);
        var branch = Record(_session, [30])[0];

        var told = fates.In(branch);

        Assert.NotEmpty(told);
        Assert.True(told.Count <= SurvivalRecord.Of(branch).Fates.Count);
        Assert.All(told, one => Assert.InRange(one.Worth, 0, 1));
        Assert.All(told, one => Assert.All(one.Facts, fact => Assert.True(float.IsFinite(fact))));
        Assert.Equal(told.SelectMany(one => one.Facts), fates.In(branch).SelectMany(one => one.Facts));
    }

    [Fact]
    public void A_judge_learns_from_a_players_sessions_and_only_where_there_is_one()
    {
        var survival = new PersonalSurvival(_human.Engine) { Moments = 5 };
        using var judged = Belief(new SurvivalJudge(new float[SurvivalJudge.WeightCount]));

        Assert.Null(survival.Learn(_belief, [_session], _folder.File("none"), cancellation: TestContext.Current.CancellationToken));
        var learnt = survival.Learn(judged, [_session], _folder.File("learnt"), cancellation: TestContext.Current.CancellationToken)!;

        Assert.NotEqual(judged.Judge!.ToBytes(), learnt.ToBytes());
        Assert.Equal(learnt.ToBytes(), BeliefModel.JudgeOf(BeliefModel.WithJudge(judged.ToCheckpoint(), learnt))!.ToBytes());
        Assert.Equal(5, Directory.EnumerateFiles(_folder.File("learnt/0")).Count());
    }

    public void Dispose()
    {
        _engine.Dispose();
        _belief.Dispose();
        _human.Dispose();
        _folder.Dispose();
    }

    private static BeliefModel Belief(SurvivalJudge? judge = null)
    {
        var network = new BeliefNetwork(new BeliefShape(Site.Size), new BeliefNetworkOptions { Channels = 16, ColumnFeatures = 16, Blocks = 1 });
        return new BeliefModel(network, WeightSet.Fresh(network.Weights(), 1)) { Judge = judge };
    }

    private IReadOnlyList<string> Record(string session, int[] moments) =>
        new RestartPlay(_human.Engine, _ => BeliefPolicy.Sure(_engine, _belief.Network.Shape, 0.5)) { Acts = 20, Steps = 60 }
            .Record(session, moments, _folder.File("branches"), seed: 1, cancellation: TestContext.Current.CancellationToken);

    private string Session(string name, params BuilderRole[] roles)
    {
        var header = new EpisodeHeader
        {
            Options = Site,
            Goal = ServedModel.House(3),
            GoalName = "house",
            Builders = [.. roles.Select(role => new EpisodeBuilder(role, $"{role}"))],
        };
        var (file, site) = (_folder.File(name), header.CreateSite());
        using var recorder = new EpisodeRecorder(file, header, site);
        new PolicyRunner(site, new HumanlikeBuilder(1), new HumanlikeBuilder(2)).Run(recorder);
        return file;
    }
}
