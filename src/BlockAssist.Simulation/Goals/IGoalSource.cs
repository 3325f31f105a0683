using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>Makes structures to be built.</summary>
public interface IGoalSource
{
    /// <summary>A structure that fits into the room; it may be smaller.</summary>
    /// <remarks>The same room and the same state of the generator give the same structure. The caller may change what it gets.</remarks>
    BlockGrid Generate(GridSize room, SeededRandom random);
}
