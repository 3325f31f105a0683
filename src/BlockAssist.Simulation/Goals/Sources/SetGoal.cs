using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Sources;

/// <summary>One of some given structures, each that fits equally likely.</summary>
/// <remarks>MBAG's `set_goal`.</remarks>
/// <param name="goals">The structures to choose from.</param>
public sealed class SetGoal(IReadOnlyList<BlockGrid> goals) : IGoalSource
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">None of the structures fits into the room.</exception>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        BlockGrid[] fitting = [.. goals.Where(goal => goal.Size.FitsInto(room))];
        return fitting.Length > 0
            ? fitting[random.Next(fitting.Length)].Clone()
            : throw new ArgumentException($"None of the {goals.Count} structures fits into {room}.", nameof(room));
    }
}
