using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Verification;

/// <summary>Trains a while and keeps where the training was on the way, for a calibration to start from.</summary>
/// <param name="recipe">What is trained; only its first stage.</param>
/// <param name="folder">Where the states go.</param>
/// <param name="device">What computes.</param>
public sealed class CalibrationStates(TrainingRecipe recipe, string folder, Device device)
{
    /// <summary>Trains.</summary>
    /// <param name="steps">After how many steps a state is kept, from few to many.</param>
    /// <param name="advance">Is told of every step.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <returns>The files of the states.</returns>
    public IReadOnlyList<string> Train(IReadOnlyList<int> steps, Action advance, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(advance);
        var (stage, files) = (recipe.Stages[0], new List<string>());
        using var state = new TrainingState(WeightSet.Fresh(recipe.Network.Weights, stage.Options.Seed, device), stage.Options);
        var trainer = new Trainer(stage.Options, state, device);
        using var feed = new LessonFeed(stage, 0, steps[^1]);
        while (state.Step < steps[^1])
        {
            cancellation.ThrowIfCancellationRequested();
            trainer.Step(feed.Next());
            advance();
            if (steps.Contains(state.Step))
            {
                var kept = new TrainingFolder(Path.Combine(folder, FormattableString.Invariant($"state-{state.Step}")), recipe);
                kept.Save(0, state);
                files.Add(kept.StatePath);
            }
        }

        return files;
    }
}
