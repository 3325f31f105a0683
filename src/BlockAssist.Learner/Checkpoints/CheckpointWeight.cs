namespace BlockAssist.Learner.Checkpoints;

/// <summary>A weight of a checkpoint: its name, and the shape of its stretch of the row.</summary>
/// <param name="Name">The layer's name and the weight's.</param>
/// <param name="Shape">The length of each axis.</param>
public sealed record CheckpointWeight(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>How many numbers it holds.</summary>
    public int Length => checked((int)Shape.Aggregate(1L, (a, b) => a * b));

    /// <inheritdoc/>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
