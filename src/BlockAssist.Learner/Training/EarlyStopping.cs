using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Training;

/// <summary>When a stage ends before its last step: once the weights no longer get better at what they do not learn from.</summary>
/// <remarks>What the stage ends with are then the weights that were best.</remarks>
/// <param name="Measure">How bad averaged weights are: nats a turn of demonstrations kept apart.</param>
/// <param name="DataHash">A hash of those demonstrations.</param>
public sealed record EarlyStopping(Func<WeightSet, double> Measure, string DataHash)
{
    /// <summary>After how many steps they are measured each time.</summary>
    public int Every { get; init; } = 100;

    /// <summary>After how many times without a better one it ends.</summary>
    public int Patience { get; init; } = 3;
}
