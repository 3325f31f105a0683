using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>What a builder did last: what the coder expects the next action from.</summary>
internal struct BuilderHabit
{
    /// <summary>The kind of the last action.</summary>
    public ActionType Type { get; set; }

    /// <summary>The cell of the last action that had one.</summary>
    public int Cell { get; set; }

    /// <summary>The block of the last action that had one.</summary>
    public Block Block { get; set; }
}
