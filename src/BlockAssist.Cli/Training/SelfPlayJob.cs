using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Goals.Proposing;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Training;

/// <summary>Lets a human model build what a proposer makes up, and learn from it.</summary>
internal sealed class SelfPlayJob(CommandContext context, Device device)
{
    private const double Smoothing = 0.9;

    /// <summary>The model that it begins with.</summary>
    public required Checkpoint Start { get; init; }

    /// <summary>How it learns.</summary>
    public required ReinforcementOptions Options { get; init; }

    /// <summary>What goals are proposed.</summary>
    public required ProposerOptions Proposals { get; init; }

    /// <summary>After which time it ends; null: after the last iteration.</summary>
    public TimeSpan? AtMost { get; init; }

    /// <summary>How many threads play.</summary>
    public required int Threads { get; init; }

    /// <summary>Plays and learns to the end.</summary>
    /// <param name="folder">Where self-play keeps what it needs to go on.</param>
    /// <param name="resume">Whether to go on.</param>
    /// <param name="cancellation">Saves and ends.</param>
    public Checkpoint Train(string folder, bool resume, CancellationToken cancellation)
    {
        using var start = HumanModel.Open(Start, device);
        var recipe = new SelfPlayRecipe(start.Network, start.Weights, Options, Proposals);
        var kept = new SelfPlayFolder(folder, recipe);
        if (resume && !File.Exists(kept.StatePath))
        {
            context.Log.Information("Nothing to go on from in {Folder}: self-play begins anew", folder);
        }

        var run = new SelfPlayRun(recipe, kept, device, context.Surroundings.Clock) { AtMost = AtMost, Threads = Threads };
        var weights = context.WithProgress("self-play", Options.Iterations, meter => run.Run(resume, Shown(meter), cancellation));
        using var model = new HumanModel(start.Network, weights);
        return model.ToCheckpoint() with
        {
            TrainingOptions = recipe.ToJson(),
            DataHash = recipe.DataHash(),
            CodeVersion = ProgramVersion.Text,
            Parent = ContentHash.Of(CheckpointFile.ToBytes(Start)),
            Metrics = SelfPlayMetrics.Summary(kept.MetricsPath),
        };
    }

    private static Action<SelfPlayForm> Shown(ProgressMeter meter)
    {
        var (shown, share, success) = (0, 0.0, 0.0);
        return made =>
        {
            meter.Advance(made.Iteration - shown);
            shown = made.Iteration;
            if (made.GoalShare is { } built)
            {
                (share, success) = share == 0 ? (built, made.Success!.Value) : (Smooth(share, built), Smooth(success, made.Success!.Value));
            }

            meter.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"level {made.Level:F1}, built {share:P0}, {success:P0} well, KL {made.Divergence:F2}, entropy {made.Entropy:F2}, {made.Turns / (made.PlaySeconds + made.LearnSeconds):N0} turns/s"));
        };
    }

    private static double Smooth(double before, double now) => (Smoothing * before) + ((1 - Smoothing) * now);
}
