using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using TorchSharp;

namespace BlockAssist.Learner.Tests.Beliefs.Lessons;

[Collection(TrainingTests.Name)]
public sealed class BeliefLessonsTests : IDisposable
{
    private static readonly SiteOptions Site = new() { Size = new GridSize(7, 8, 7), Horizon = 300 };

    private static readonly BeliefNetwork Network = new(new BeliefShape(Site.Size), new BeliefNetworkOptions { Channels = 16, ColumnFeatures = 16, Blocks = 1 });

    private static readonly TrainingOptions Options = new() { Steps = 120, Length = 2, Batch = 2, WarmUp = 5, Rate = 1e-2, Clip = 500 };

    private readonly TemporaryFolder _folder = new();

    public BeliefLessonsTests() => Files = new PracticePlay(Site, seed: 3)
        .Record(_folder.Path, new PracticeCrew("scripted", _ => new SeparatePolicies(ScriptedPlay.BuilderOf)), 3, cancellation: TestContext.Current.CancellationToken);

    private IReadOnlyList<string> Files { get; }

    [Fact]
    public void Who_knows_nothing_is_as_bad_as_guessing_by_lot()
    {
        using var scope = torch.NewDisposeScope();
        var weights = WeightSet.Of(Network.Weights(), new float[Network.Weights().Sum(weight => weight.Length)]);

        var outcome = Open().Prepare(0, Options).Measure(weights, torch.ScalarType.Float32, torch.CPU);

        Assert.Equal(Site.Size.Volume * (Math.Log(Palette.Count) + Math.Log(2)), outcome.Loss.Number(), 0.5);
        weights.Dispose();
    }

    [Fact]
    public void What_is_shown_again_and_again_is_learnt()
    {
        var lesson = Open().Prepare(0, Options);
        using var state = new TrainingState(WeightSet.Fresh(Network.Weights(), 1), Options);
        var trainer = new Trainer(Options, state, torch.CPU);
        var first = trainer.Step(lesson);
        var last = first;
        for (var step = 1; step < Options.Steps; step++)
        {
            last = trainer.Step(lesson);
        }

        Assert.InRange(last.Loss, 0, first.Loss / 10);
        Assert.InRange(last.Accuracy, 0.5, 1);
        Assert.Equal(4, last.Turns);
    }

    [Fact]
    public void A_training_that_was_cut_off_goes_on_to_the_same_weights()
    {
        using var whole = Run("whole").Run(resume: false, new Silence(), CancellationToken.None);
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Run("cut").Run(resume: false, new Silence(() => source.Cancel()), source.Token));

        using var resumed = Run("cut").Run(resume: true, new Silence(), CancellationToken.None);

        Assert.Equal(whole.Values(), resumed.Values());
    }

    [Fact]
    public void What_is_kept_apart_is_the_mean_of_its_lessons_and_the_same_each_time()
    {
        using var scope = torch.NewDisposeScope();
        using var weights = WeightSet.Fresh(Network.Weights(), 1);
        var (lessons, apart) = (Open(), new KeptApart(Open(), Options, 2, torch.CPU));

        var mean = Enumerable.Range(0, 2).Average(number => lessons.Prepare(number, Options).Measure(weights, torch.ScalarType.Float32, torch.CPU).Loss.Number());

        Assert.Equal(mean, apart.LossOf(weights), 3);
        Assert.Equal(apart.LossOf(weights), apart.LossOf(weights));
    }

    [Fact]
    public void A_file_that_is_named_twice_counts_twice()
    {
        var (once, twice) = (Open(), BeliefLessons.Open(Network, [.. Files, .. Files], TestContext.Current.CancellationToken));

        Assert.Equal(2 * once.Turns, twice.Turns);
        Assert.NotEqual(once.Hash(), twice.Hash());
    }

    public void Dispose() => _folder.Dispose();

    private BeliefLessons Open() => BeliefLessons.Open(Network, Files, TestContext.Current.CancellationToken);

    private TrainingRun Run(string folder)
    {
        var recipe = new TrainingRecipe(BeliefModel.Describe(Network), [new TrainingStage("only", Open(), Options with { Steps = 6 })]);
        return new TrainingRun(recipe, new TrainingFolder(_folder.File(folder), recipe), torch.CPU, TimeProvider.System);
    }

    private sealed class Silence(Action? atThird = null) : ITrainingWatcher
    {
        public void Stepped(TrainingStage stage, TrainingStep made)
        {
            if (made.Step == 3)
            {
                atThird?.Invoke();
            }
        }
    }
}
