using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Bodies;

/// <summary>Which cells an aim stops at.</summary>
public interface ICellTest
{
    /// <summary>Whether it stops at this cell of the world.</summary>
    bool Hits(BlockPos cell);
}
