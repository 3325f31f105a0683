using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>What a cell of a canvas holds: a block of our palette, or the number of an unmapped one.</summary>
internal readonly record struct CanvasBlock
{
    private readonly int _code;

    /// <summary>A block of our palette.</summary>
    public CanvasBlock(Block block) => _code = (int)block;

    /// <summary>An unmapped block.</summary>
    public CanvasBlock(int unknownIndex) => _code = Palette.Count + unknownIndex;

    /// <summary>The block of our palette; air if it is unmapped.</summary>
    public Block Known => _code < Palette.Count ? (Block)_code : Block.Air;

    /// <summary>Which unmapped block it is; null for a block of our palette.</summary>
    public int? UnknownIndex => _code < Palette.Count ? null : _code - Palette.Count;

    /// <summary>Whether there is nothing.</summary>
    public bool IsAir => _code == (int)Block.Air;
}
