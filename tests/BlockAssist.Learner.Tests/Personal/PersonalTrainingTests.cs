using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Personal;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Personal;

[Collection(TrainingTests.Name)]
public sealed class PersonalTrainingTests : IDisposable
{
    private static readonly SiteOptions Site = new() { Size = new GridSize(7, 8, 7), Horizon = 120 };

    private readonly TemporaryFolder _folder = new();
    private readonly IReadOnlyList<string> _sessions;
    private readonly IReadOnlyList<string> _practice;
    private readonly BeliefModel _start;

    public PersonalTrainingTests()
    {
        var network = new BeliefNetwork(new BeliefShape(Site.Size), new BeliefNetworkOptions { Channels = 16, ColumnFeatures = 16, Blocks = 1 });
        _start = new BeliefModel(network, WeightSet.Fresh(network.Weights(), 1));
        var crew = new PracticeCrew("some", _ => new SeparatePolicies(ScriptedPlay.BuilderOf));
        var all = new PracticePlay(Site, 1).Record(_folder.File("episodes"), crew, 5, cancellation: TestContext.Current.CancellationToken);
        (_sessions, _practice) = ([.. all.Take(2)], [.. all.Skip(2)]);
    }

    [Fact]
    public void The_same_sessions_give_the_same_model_which_says_what_it_learnt_from()
    {
        var (one, other) = (Learn("one", Watcher), Learn("other", Watcher));

        Assert.Equal(one.Row.ToArray(), other.Row.ToArray());
        Assert.NotEqual(_start.ToCheckpoint().Row.ToArray(), one.Row.ToArray());
        Assert.Equal(_sessions.Select(ContentHash.OfFile), PersonalForm.Of(one)!.Sessions);
        Assert.Null(PersonalForm.Of(_start.ToCheckpoint()));
    }

    [Fact]
    public void One_that_was_killed_goes_on_to_the_same_weights()
    {
        var whole = Learn("whole", Watcher);
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Learn("cut", new Stop(source, after: 3)));

        Assert.Equal(whole.Row.ToArray(), Learn("cut", Watcher).Row.ToArray());
    }

    public void Dispose()
    {
        _start.Dispose();
        _folder.Dispose();
    }

    private static Stop Watcher => new(null, 0);

    private Checkpoint Learn(string folder, Stop watcher) =>
        new PersonalTraining(_start, new PersonalRecipe { Steps = 6 }, CPU, TimeProvider.System)
            .Learn(_sessions, _practice, _folder.File(folder), resume: true, _ => watcher, watcher.Token);

    private sealed class Stop(CancellationTokenSource? source, int after) : ITrainingWatcher
    {
        public CancellationToken Token { get; } = source?.Token ?? TestContext.Current.CancellationToken;

        public void Stepped(TrainingStage stage, TrainingStep made)
        {
            if (made.Step == after)
            {
                source?.Cancel();
            }
        }

        public void Measured(TrainingStage stage, int steps, double loss)
        {
        }
    }
}
