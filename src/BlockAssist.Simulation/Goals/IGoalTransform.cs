using System.Diagnostics.CodeAnalysis;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>Changes a structure on its way to becoming a goal, or rejects it.</summary>
/// <remarks>Immutable and without memory. Never changes the structure it is given; may return it.</remarks>
public interface IGoalTransform
{
    /// <summary>The transform's name, as in MBAG where MBAG has it.</summary>
    string Name { get; }

    /// <summary>The room that the structure given to this transform may fill, so that its result fits into <paramref name="room"/>.</summary>
    GridSize SourceRoom(GridSize room) => room;

    /// <summary>The changed structure, or null if this one is rejected.</summary>
    /// <param name="structure">The structure as it comes from the source or the transform before.</param>
    /// <param name="room">The room that the goal has in the end.</param>
    /// <param name="random">The only source of chance.</param>
    [SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic only; it is the word of this field.")]
    BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random);
}
