namespace BlockAssist.Simulation.Voxels;

/// <summary>A box full of blocks: a structure, a goal, the blocks of a site.</summary>
public sealed class BlockGrid
{
    private readonly Block[] _blocks;

    /// <summary>A box of air.</summary>
    public BlockGrid(GridSize size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Depth);
        Size = size;
        _blocks = new Block[size.Volume];
    }

    /// <summary>A box with these blocks, in cell order; they are copied.</summary>
    public BlockGrid(GridSize size, ReadOnlySpan<Block> blocks)
        : this(size)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(blocks.Length, size.Volume);
        blocks.CopyTo(_blocks);
    }

    /// <summary>The size of the box.</summary>
    public GridSize Size { get; }

    /// <summary>The blocks, in cell order.</summary>
    public Span<Block> Blocks => _blocks;

    /// <summary>The block of a cell.</summary>
    public ref Block this[int cell] => ref _blocks[cell];

    /// <summary>The block at a place inside the box.</summary>
    public ref Block this[BlockPos at] => ref _blocks[Size.CellAt(at)];

    /// <summary>The block at a place inside the box.</summary>
    public ref Block this[int x, int y, int z] => ref _blocks[Size.CellAt(x, y, z)];

    /// <summary>The block at a place; air outside the box.</summary>
    public Block AtOrAir(BlockPos at) => Size.Contains(at) ? this[at] : Block.Air;

    /// <summary>A box of its own with the same blocks.</summary>
    public BlockGrid Clone() => new(Size, _blocks);

    /// <summary>Whether both boxes have the same size and the same blocks.</summary>
    public bool ContentEquals(BlockGrid other) => Size == other.Size && Blocks.SequenceEqual(other.Blocks);

    /// <summary>How many cells are not air.</summary>
    public int CountSolid() => _blocks.Length - Blocks.Count(Block.Air);
}
