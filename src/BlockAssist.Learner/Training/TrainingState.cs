using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>All that a step of training changes.</summary>
public sealed class TrainingState : IDisposable
{
    /// <summary>A training that has not begun.</summary>
    /// <param name="weights">Where it starts; owned from here on.</param>
    /// <param name="options">How it goes.</param>
    public TrainingState(WeightSet weights, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(options);
        Weights = weights;
        Averaged = weights.Copy();
        Optimizer = new AdamW(weights.Row, options.Decay);
    }

    /// <summary>The weights.</summary>
    public WeightSet Weights { get; }

    /// <summary>Their running mean, which plays and is measured (Polyak and Juditsky, 1992).</summary>
    public WeightSet Averaged { get; }

    /// <summary>The optimizer.</summary>
    public AdamW Optimizer { get; }

    /// <summary>How many steps were made.</summary>
    public int Step { get; set; }

    /// <summary>Takes the weights into their mean.</summary>
    public void Average(double stays)
    {
        using var without = no_grad();
        using var numbers = new HeldScalars();

        // At the start there is little to average: the mean must not cling to the first weights.
        stays = Math.Min(stays, (1.0 + Step) / (10.0 + Step));
        Averaged.Row.mul_(numbers.Of(stays)).add_(Weights.Row, numbers.Of(1 - stays));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Optimizer.Dispose();
        Averaged.Dispose();
        Weights.Dispose();
    }
}
