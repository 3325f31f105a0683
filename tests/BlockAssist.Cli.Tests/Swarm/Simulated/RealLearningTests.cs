using BlockAssist.Cli.Swarm.Simulated;
using BlockAssist.Cli.Swarm.Studies.Learning;
using BlockAssist.Learner.Networks;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.People;
using BlockAssist.Net.Simulations.Reports;

namespace BlockAssist.Cli.Tests.Swarm.Simulated;

[Collection(TrainingInTurn.Name)]
public sealed class RealLearningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PeerKind.Forging)]
    [InlineData(PeerKind.Copying)]
    public void Lies_bring_nothing_and_harm_nobody_who_is_honest(PeerKind kind)
    {
        var report = Play(kind);

        Assert.Empty(report.WronglyOut);
        Assert.True(report.Kinds.Single(one => one.Kind == PeerKind.Honest).Credit > 0);
        Assert.Equal(0, report.Kinds.Single(one => one.Kind == kind).Credit);
    }

    [Fact]
    public void Who_slanders_is_found_out_by_making_one_step_again() => Assert.Equal(1, Play(PeerKind.Slandering).Kinds.Single(one => one.Kind == PeerKind.Slandering).Out);

    [Fact]
    public void Honest_peers_learn_and_the_same_seed_comes_to_the_same()
    {
        var (one, other) = (Play(PeerKind.Honest), Play(PeerKind.Honest));

        Assert.Equal(one.Rounds, other.Rounds);
        Assert.All(one.Kinds, kind => Assert.True(kind.Credit > 0));
    }

    public void Dispose() => _folder.Dispose();

    private SimulationReport Play(PeerKind kind)
    {
        TorchRuntime.Start(1);
        var play = StudyPlay.MadeUpIn(_folder.File("play"), 6, Cancellation);
        using var learning = new RealLearning(Directory.CreateTempSubdirectory("blockassist-test-").FullName, play, 24, 1, Cancellation);
        var options = new SimulationOptions
        {
            Peers = 3,
            Attackers = kind == PeerKind.Honest ? 0 : 0.34,
            Kind = kind,
            Rounds = 1,
            HubVerifiers = 0,
            Plan = new RoundPlan { MostSegments = 3, StepsASegment = 2 },
        };
        return new SwarmSimulation(options, learning, TimeProvider.System).Run(null, Cancellation);
    }
}
