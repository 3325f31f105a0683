using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>A house while it is drawn: its blocks, and the air that must stay free.</summary>
/// <remarks>Everything outside the room is left out silently, so that no part needs to know where the room ends.</remarks>
internal sealed class HouseDraft
{
    private readonly bool[] _kept;

    /// <summary>A room with earth for ground and nothing on it.</summary>
    public HouseDraft(GridSize room)
    {
        Blocks = new BlockGrid(room);
        _kept = new bool[room.Volume];
        for (var x = 0; x < room.Width; x++)
        {
            Blocks.Blocks.Slice(room.CellAt(x, 0, 0), room.Depth).Fill(Block.Dirt);
        }
    }

    /// <summary>What is drawn so far.</summary>
    public BlockGrid Blocks { get; }

    /// <summary>The size of the room.</summary>
    public GridSize Room => Blocks.Size;

    /// <summary>The block of a cell; air outside the room.</summary>
    public Block At(int x, int y, int z) => Room.Contains(x, y, z) ? Blocks[x, y, z] : Block.Air;

    /// <summary>Whether a cell is inside the room, empty, and free to be built in.</summary>
    public bool IsFree(int x, int y, int z) =>
        Room.Contains(x, y, z) && Blocks[x, y, z] == Block.Air && !_kept[Room.CellAt(x, y, z)];

    /// <summary>Sets a block, unless the cell must stay free.</summary>
    public void Put(int x, int y, int z, Block block)
    {
        if (Room.Contains(x, y, z) && !_kept[Room.CellAt(x, y, z)])
        {
            Blocks[x, y, z] = block;
        }
    }

    /// <summary>Sets the blocks of a column, from one height up to and including another.</summary>
    public void Column(int x, int z, (int From, int To) heights, Block block)
    {
        for (var y = heights.From; y <= heights.To; y++)
        {
            Put(x, y, z, block);
        }
    }

    /// <summary>Empties two cells, one above the other, for ever: somebody walks through here.</summary>
    public void KeepPassage(int x, int y, int z)
    {
        KeepFree(x, y, z);
        KeepFree(x, y + 1, z);
    }

    private void KeepFree(int x, int y, int z)
    {
        if (Room.Contains(x, y, z))
        {
            Blocks[x, y, z] = Block.Air;
            _kept[Room.CellAt(x, y, z)] = true;
        }
    }
}
