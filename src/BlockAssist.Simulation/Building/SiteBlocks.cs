using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>The blocks and the goal of a site, with what is known of them without looking: progress, neighbours, palette.</summary>
/// <remarks>Every change of a block goes through <see cref="Change"/>, which keeps the counts true at a cost that does not grow with the site.</remarks>
internal sealed class SiteBlocks(GridSize size, bool infiniteBlocks)
{
    private readonly BlockGrid _blocks = new(size);
    private readonly BlockGrid _goal = new(size);
    private readonly byte[] _neighbours = new byte[size.Volume];

    // Without infinite blocks the last plane of x is the palette; with them there is none.
    private readonly int _palette = infiniteBlocks ? size.Volume : (size.Width - 1) * size.Height * size.Depth;
    private int _paletteDifferences;

    /// <summary>The blocks, in cell order.</summary>
    public ReadOnlySpan<Block> Blocks => _blocks.Blocks;

    /// <summary>The goal, in cell order.</summary>
    public ReadOnlySpan<Block> Goal => _goal.Blocks;

    /// <summary>How many of a cell's six neighbours are not air.</summary>
    public ReadOnlySpan<byte> Neighbours => _neighbours;

    /// <summary>How near the blocks are to the goal.</summary>
    public GoalProgress Progress { get; } = new();

    /// <summary>Whether all cells equal the goal.</summary>
    public bool IsComplete => Progress.Matching == size.Volume;

    /// <summary>Whether builders take from a cell without using it up.</summary>
    public bool IsPalette(int cell) => cell >= _palette;

    /// <summary>The block at a place inside the site.</summary>
    public Block At(BlockPos at) => _blocks[at];

    /// <summary>Bare ground under a new goal.</summary>
    public void Reset(BlockGrid goal)
    {
        goal.Blocks.CopyTo(_goal.Blocks);
        SiteGround.Lay(_blocks);
        Goal[_palette..].CopyTo(_blocks.Blocks[_palette..]);
        Recount();
    }

    /// <summary>Takes on blocks and a goal.</summary>
    public void Restore(BlockGrid blocks, BlockGrid goal)
    {
        blocks.Blocks.CopyTo(_blocks.Blocks);
        goal.Blocks.CopyTo(_goal.Blocks);
        Recount();
    }

    /// <summary>A copy of the blocks.</summary>
    public BlockGrid CopyBlocks() => _blocks.Clone();

    /// <summary>A copy of the goal.</summary>
    public BlockGrid CopyGoal() => _goal.Clone();

    /// <summary>One cell changes.</summary>
    public void Change(int cell, Block block)
    {
        ref var content = ref _blocks[cell];
        var goal = _goal[cell];
        if (IsPalette(cell))
        {
            _paletteDifferences += (block == goal ? 0 : 1) - (content == goal ? 0 : 1);
        }

        if (block == Block.Air != (content == Block.Air))
        {
            TellNeighbours(cell, block == Block.Air ? -1 : 1);
        }

        Progress.Change(content, block, goal);
        content = block;
    }

    /// <summary>Makes the palette what the goal has there.</summary>
    public void RefillPalette()
    {
        if (_paletteDifferences == 0)
        {
            return;
        }

        for (var cell = _palette; cell < size.Volume; cell++)
        {
            Change(cell, _goal[cell]);
        }
    }

    private void Recount()
    {
        Progress.Count(Blocks, Goal);
        _paletteDifferences = 0;
        Array.Clear(_neighbours);
        for (var cell = 0; cell < size.Volume; cell++)
        {
            _paletteDifferences += IsPalette(cell) && _blocks[cell] != _goal[cell] ? 1 : 0;
            if (_blocks[cell] != Block.Air)
            {
                TellNeighbours(cell, 1);
            }
        }
    }

    private void TellNeighbours(int cell, int change)
    {
        var at = size.PosOf(cell);
        foreach (var direction in BlockPos.Directions)
        {
            var neighbour = at + direction;
            if (size.Contains(neighbour))
            {
                _neighbours[size.CellAt(neighbour)] += (byte)change;
            }
        }
    }
}
