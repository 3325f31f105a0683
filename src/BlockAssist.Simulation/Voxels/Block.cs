namespace BlockAssist.Simulation.Voxels;

/// <summary>What fills one cell of a world: the palette of the assistance game.</summary>
/// <remarks>The numbers are MBAG's and are written into episodes: add at the end, never renumber.</remarks>
public enum Block : byte
{
    /// <summary>Nothing.</summary>
    Air = 0,

    /// <summary>The floor of the world; cannot be placed or broken.</summary>
    Bedrock = 1,

    /// <summary>Dirt; also stands for grass.</summary>
    Dirt = 2,

    /// <summary>Cobblestone.</summary>
    Cobblestone = 3,

    /// <summary>Glass.</summary>
    Glass = 4,

    /// <summary>A tree trunk.</summary>
    Log = 5,

    /// <summary>Planks.</summary>
    Planks = 6,

    /// <summary>Stone.</summary>
    Stone = 7,

    /// <summary>Stone bricks.</summary>
    StoneBrick = 8,

    /// <summary>Wool.</summary>
    Wool = 9,
}
