using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>Trains a network from the first step of the first stage to the last of the last.</summary>
/// <remarks>Can be killed at any moment and goes on to exactly the weights that it would have come to.</remarks>
/// <param name="recipe">What to train, and how.</param>
/// <param name="folder">Where it keeps what it needs to go on.</param>
/// <param name="device">What computes.</param>
/// <param name="clock">Says when it is time to save.</param>
public sealed class TrainingRun(TrainingRecipe recipe, TrainingFolder folder, Device device, TimeProvider clock)
{
    /// <summary>How often to write where the training is.</summary>
    public TimeSpan BetweenSaves { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What to start from; null for fresh weights. Copied.</summary>
    public WeightSet? Start { get; init; }

    /// <summary>What the last hundred steps or so showed; where that was measured, how bad the weights are at what is not learnt.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; private set; } = new Dictionary<string, double>();

    /// <summary>Trains to the end.</summary>
    /// <param name="resume">Whether to go on where an earlier run was.</param>
    /// <param name="watcher">Is told of every step.</param>
    /// <param name="cancellation">Saves and ends.</param>
    /// <returns>The averaged weights; the caller's.</returns>
    public WeightSet Run(bool resume, ITrainingWatcher watcher, CancellationToken cancellation)
    {
        var stage = 0;
        TrainingState? state = null;
        if (!resume || !folder.TryLoad(device, out stage, out state))
        {
            folder.Clear();
            state = Open(0, Start?.Copy() ?? WeightSet.Fresh(recipe.Network.Weights, recipe.Stages[0].Options.Seed, device));
            folder.Save(0, state);
        }

        using var log = folder.OpenLog(stage, state!.Step);
        for (; stage < recipe.Stages.Count; stage++)
        {
            WeightSet trained;
            using (state)
            {
                trained = Train(stage, state, log, watcher, cancellation);
            }

            if (stage + 1 == recipe.Stages.Count)
            {
                Metrics = TrainingLog.Summary(folder.MetricsPath);
                return trained;
            }

            state = Open(stage + 1, trained);
            folder.Save(stage + 1, state);
        }

        throw new InvalidOperationException("A recipe has one stage at least.");
    }

    private WeightSet Train(int number, TrainingState state, TrainingLog log, ITrainingWatcher watcher, CancellationToken cancellation)
    {
        var stage = recipe.Stages[number];
        var trainer = new Trainer(stage.Options, state, device);
        var best = stage.Stopping is { } rule ? new BestWeights(rule, recipe.Network.Name, folder.BestPath, number) : null;
        var (began, saved) = (clock.GetTimestamp(), clock.GetTimestamp());
        using var feed = new LessonFeed(stage, state.Step, stage.Options.Steps);
        while (state.Step < stage.Options.Steps && best?.IsOver(state.Step) is not true)
        {
            if (cancellation.IsCancellationRequested)
            {
                folder.Save(number, state);
                cancellation.ThrowIfCancellationRequested();
            }

            var step = trainer.Step(feed.Next());
            var validation = best?.Measure(state);
            log.Add(number, step, clock.GetElapsedTime(began).TotalSeconds, validation);
            watcher.Stepped(stage, step);
            if (validation is { } loss)
            {
                watcher.Measured(stage, step.Step, loss);
            }

            if (clock.GetElapsedTime(saved) >= BetweenSaves)
            {
                folder.Save(number, state);
                saved = clock.GetTimestamp();
            }
        }

        folder.Save(number, state);
        return best?.Weights(state) ?? state.Averaged.Copy();
    }

    private TrainingState Open(int stage, WeightSet weights) => new(weights, recipe.Stages[stage].Options);
}
