using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What is aimed at.</summary>
/// <param name="Aimed">The block that is there; air where a missing one is aimed at.</param>
/// <param name="Wanted">The block that the blueprint has there; air if none is to be there; null outside of the blueprint.</param>
public readonly record struct BlockInfoView(Block Aimed, Block? Wanted = null)
{
    /// <summary>How both compare; null outside of the blueprint.</summary>
    public Mark? Mark => Wanted switch
    {
        null => null,
        { } wanted when wanted == Aimed => Hud.Mark.Right,
        Block.Air => Hud.Mark.Extra,
        _ => Aimed == Block.Air ? Hud.Mark.Missing : Hud.Mark.Wrong,
    };
}
