using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.World;

/// <summary>What fills one cell of the world that is walked and seen: the palette of the assistance game, then what only the land has.</summary>
/// <remarks>The numbers of the palette are those of <see cref="Block"/>. There are at most <see cref="Materials.Most"/>.</remarks>
public enum Material : byte
{
    /// <summary>Nothing.</summary>
    Air = Block.Air,

    /// <summary>The floor of the world.</summary>
    Bedrock = Block.Bedrock,

    /// <summary>Dirt; grass grows on it where nothing solid is above.</summary>
    Dirt = Block.Dirt,

    /// <summary>Cobblestone.</summary>
    Cobblestone = Block.Cobblestone,

    /// <summary>Glass: its frame is seen, the rest is looked through.</summary>
    Glass = Block.Glass,

    /// <summary>A tree trunk.</summary>
    Log = Block.Log,

    /// <summary>Planks.</summary>
    Planks = Block.Planks,

    /// <summary>Stone.</summary>
    Stone = Block.Stone,

    /// <summary>Stone bricks.</summary>
    StoneBrick = Block.StoneBrick,

    /// <summary>Wool.</summary>
    Wool = Block.Wool,

    /// <summary>Sand.</summary>
    Sand,

    /// <summary>Water: swum in, looked through.</summary>
    Water,

    /// <summary>The leaves of a tree.</summary>
    Leaves,

    /// <summary>Gravel.</summary>
    Gravel,
}
