using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Training;

/// <summary>Ends trainings before their time and goes on with them.</summary>
[Collection(TrainingTests.Name)]
public sealed class KilledTrainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordedScript _play = new();
    private readonly DemonstrationSet _data;

    public KilledTrainingTests() => _data = SmallTraining.Demonstrations(_play);

    [Fact]
    public void A_training_that_is_killed_again_and_again_ends_as_if_it_had_not_been()
    {
        var random = new SeededRandom(7);
        using var whole = new TrainingChild(_play.Folder, _folder.File("whole"), threads: 1);
        var expected = whole.End();

        for (var kill = 0; kill < 4; kill++)
        {
            using var killed = new TrainingChild(_play.Folder, _folder.File("killed"), threads: 1);
            killed.KillAfter(random.Next(10));
        }

        using var last = new TrainingChild(_play.Folder, _folder.File("killed"), threads: 1);

        Assert.Equal(expected, last.End());
        Assert.Equal(Metrics("whole"), Metrics("killed"));
        Assert.Equal(
            ((int[])[0, 1]).SelectMany(stage => Enumerable.Range(1, SmallTraining.Options.Steps).Select(step => (stage, step))),
            Metrics("killed").Select(form => (form.Stage, form.Step)));
    }

    [Fact]
    public void A_training_that_is_cancelled_goes_on_as_if_it_had_not_been()
    {
        using var whole = SmallTraining.Run(_data, _folder.File("whole"), TimeSpan.FromHours(1)).Run(resume: false, new Stopper(0, null), CancellationToken.None);
        foreach (var steps in (int[])[3, 11, 1, 20])
        {
            using var source = new CancellationTokenSource();
            var run = SmallTraining.Run(_data, _folder.File("cancelled"), TimeSpan.FromHours(1));
            try
            {
                run.Run(resume: true, new Stopper(steps, source), source.Token).Dispose();
            }
            catch (OperationCanceledException)
            {
                continue;
            }
        }

        using var resumed = SmallTraining.Run(_data, _folder.File("cancelled"), TimeSpan.FromHours(1)).Run(resume: true, new Stopper(0, null), CancellationToken.None);

        Assert.Equal(whole.Values(), resumed.Values());
        Assert.Equal(Metrics("whole"), Metrics("cancelled"));
    }

    [Fact]
    public void A_training_that_dies_before_its_first_save_is_not_gone_on_with_by_other_options()
    {
        Assert.Throws<InvalidTimeZoneException>(() => Run(SmallTraining.Recipe(_data), resume: false, new Death()));
        var shown = Metrics("died");
        var recipe = SmallTraining.Recipe(_data);
        var other = recipe with { Stages = [.. recipe.Stages.Select(stage => stage with { Options = stage.Options with { Steps = 3 } })] };

        Assert.Throws<TrainingException>(() => Run(other, resume: true, new Stopper(0, null)));
        Assert.Equal(shown, Metrics("died"));
        Run(recipe, resume: true, new Stopper(0, null));
        Assert.Equal(2 * SmallTraining.Options.Steps, Metrics("died").Count);

        void Run(TrainingRecipe recipe, bool resume, ITrainingWatcher watcher) =>
            new TrainingRun(recipe, new TrainingFolder(_folder.File("died"), recipe), CPU, TimeProvider.System).Run(resume, watcher, CancellationToken.None).Dispose();
    }

    [Fact]
    public void A_state_without_its_optimizer_is_refused_by_name()
    {
        var recipe = SmallTraining.Recipe(_data);
        using (var trained = SmallTraining.Run(_data, _folder.File("whole"), TimeSpan.FromHours(1)).Run(resume: false, new Stopper(0, null), CancellationToken.None))
        {
            var path = new TrainingFolder(_folder.File("whole"), recipe).StatePath;
            CheckpointFile.Save(CheckpointFile.Load(path) with { Rows = new Dictionary<string, ReadOnlyMemory<float>>() }, path);
        }

        var error = Assert.Throws<ArtifactFormatException>(
            () => SmallTraining.Run(_data, _folder.File("whole"), TimeSpan.FromHours(1)).Run(resume: true, new Stopper(0, null), CancellationToken.None));

        Assert.Contains("averaged", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _play.Dispose();
        _folder.Dispose();
    }

    /// <summary>What a training showed, apart from how long it took.</summary>
    private List<StepForm> Metrics(string training) =>
        [.. TrainingLog.Read(Path.Combine(_folder.File(training), "metrics.jsonl")).Select(form => form with { Seconds = 0 })];

    /// <summary>Ends a training at its second step without a word, as a kill does.</summary>
    private sealed class Death : ITrainingWatcher
    {
        public void Stepped(TrainingStage stage, TrainingStep made)
        {
            if (made.Step == 2)
            {
                throw new InvalidTimeZoneException();
            }
        }
    }

    private sealed class Stopper(int steps, CancellationTokenSource? source) : ITrainingWatcher
    {
        private int _left = steps;

        public void Stepped(TrainingStage stage, TrainingStep made)
        {
            if (--_left == 0)
            {
                source?.Cancel();
            }
        }
    }
}
