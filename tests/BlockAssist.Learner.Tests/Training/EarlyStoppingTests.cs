using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Training;

[Collection(TrainingTests.Name)]
public sealed class EarlyStoppingTests : IDisposable
{
    private const int Every = 2;
    private const int Patience = 2;
    private const int BestStep = 6;

    private readonly TemporaryFolder _folder = new();
    private readonly RecordedScript _play = new();
    private readonly DemonstrationSet _data;
    private readonly float[] _best;

    public EarlyStoppingTests()
    {
        _data = SmallTraining.Demonstrations(_play);
        var passed = new List<float[]>();
        using var all = Run("all", weights => Pass(weights, passed)).Run(resume: false, new Watcher(), CancellationToken.None);
        _best = passed[(BestStep / Every) - 1];
    }

    [Fact]
    public void A_stage_ends_when_nothing_better_comes_and_with_the_best()
    {
        var watcher = new Watcher();

        var run = Run("stopped", DistanceFromBest);
        using var trained = run.Run(resume: false, watcher, CancellationToken.None);

        Assert.Equal(_best, trained.Values());
        Assert.Equal(BestStep + (Every * Patience), watcher.Steps);
        Assert.Equal([2, 4, 6, 8, 10], watcher.Measured.Select(one => one.Step));
        Assert.Equal((0, 0), (watcher.Measured[2].Loss, run.Metrics["validation_loss"]));
        Assert.Equal(
            watcher.Measured.Select(one => one.Loss),
            TrainingLog.Read(_folder.File("stopped/metrics.jsonl")).Select(form => form.Validation).OfType<double>());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public void A_training_that_was_cut_off_ends_at_the_same_step_with_the_same_weights(int step)
    {
        using var source = new CancellationTokenSource();
        try
        {
            Run("cut", DistanceFromBest).Run(resume: false, new Watcher(() => source.Cancel(), step), source.Token).Dispose();
        }
        catch (OperationCanceledException)
        {
            Assert.True(step < BestStep + (Every * Patience));
        }

        var watcher = new Watcher();
        using var trained = Run("cut", DistanceFromBest).Run(resume: true, watcher, CancellationToken.None);

        Assert.Equal(_best, trained.Values());
        Assert.Equal(BestStep + (Every * Patience) - step, watcher.Steps);
    }

    [Fact]
    public void A_training_is_not_gone_on_with_by_another_rule()
    {
        Run("other", DistanceFromBest).Run(resume: false, new Watcher(), CancellationToken.None).Dispose();

        Assert.Throws<TrainingException>(() => Run("other", DistanceFromBest, patience: 5).Run(resume: true, new Watcher(), CancellationToken.None));
    }

    public void Dispose()
    {
        _play.Dispose();
        _folder.Dispose();
    }

    private static double Pass(WeightSet weights, List<float[]> passed)
    {
        passed.Add(weights.Values());
        return -passed.Count;
    }

    private double DistanceFromBest(WeightSet weights) =>
        weights.Values().Zip(_best, (one, best) => (double)Math.Abs(one - best)).Sum();

    private TrainingRun Run(string folder, Func<WeightSet, double> measure, int patience = Patience)
    {
        var stopping = new EarlyStopping(measure, "of nothing") { Every = Every, Patience = patience };
        var recipe = new TrainingRecipe(HumanLessons.Describe(SmallTraining.Network), [new TrainingStage("only", SmallTraining.Lessons(_data), SmallTraining.Options) { Stopping = stopping }]);
        return new TrainingRun(recipe, new TrainingFolder(_folder.File(folder), recipe), CPU, TimeProvider.System);
    }

    private sealed class Watcher(Action? then = null, int at = 0) : ITrainingWatcher
    {
        public int Steps { get; private set; }

        public List<(int Step, double Loss)> Measured { get; } = [];

        public void Stepped(TrainingStage stage, TrainingStep made)
        {
            if (++Steps == at)
            {
                then?.Invoke();
            }
        }

        void ITrainingWatcher.Measured(TrainingStage stage, int steps, double loss) => Measured.Add((steps, loss));
    }
}
