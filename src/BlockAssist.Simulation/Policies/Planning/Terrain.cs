using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>A copy of the blocks and bodies of a site as one builder saw them, made to be walked through quickly.</summary>
internal sealed class Terrain(SiteCells cells)
{
    private readonly Block[] _blocks = new Block[cells.Count];
    private readonly bool[] _taken = new bool[cells.Count];
    private readonly int[] _takenCells = new int[3 * SiteOptions.MaxBuilders];
    private int _takenCount;

    /// <summary>The site's cells.</summary>
    public SiteCells Cells { get; } = cells;

    /// <summary>The cell of the builder's feet.</summary>
    public int Start { get; private set; }

    /// <summary>Changes with every look.</summary>
    public int Version { get; private set; }

    /// <summary>The block of a cell.</summary>
    public Block this[int cell] => _blocks[cell];

    /// <summary>Looks anew.</summary>
    public void Refresh(in Observation observation)
    {
        Version++;
        observation.Blocks.CopyTo(_blocks);
        Start = Cells.Size.CellAt(observation.Locations[observation.Builder].Cell);
        ForgetBodies();
        for (var other = 0; other < observation.Locations.Length && !observation.Options.Teleportation; other++)
        {
            if (other != observation.Builder)
            {
                MarkBody(observation.Locations[other].Cell);
            }
        }
    }

    /// <summary>Whether a body fits between the blocks: feet and head in air, the head perhaps above the site.</summary>
    public bool Fits(int feet) => _blocks[feet] == Block.Air && IsOpenAbove(feet);

    /// <summary>Whether a builder fits, and nobody else is there.</summary>
    public bool CanStand(int feet) => !_taken[feet] && Fits(feet);

    /// <summary>Whether somebody else stands so that the builder cannot.</summary>
    public bool IsTaken(int feet) => _taken[feet];

    /// <summary>Whether somebody else's feet or head are in the cell.</summary>
    public bool IsStoodIn(int cell) => _taken[cell] && (Cells.Neighbour(cell, SiteCells.Down) is var below && (below == SiteCells.None || _taken[below]));

    /// <summary>Whether a block can be placed into the cell, next to another one.</summary>
    public bool HasSupport(int cell)
    {
        foreach (var neighbour in Cells.NeighboursOf(cell))
        {
            if (neighbour != SiteCells.None && _blocks[neighbour] != Block.Air)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there is a side from which the cell might be seen: air beside it, or the sky.</summary>
    public bool IsExposed(int cell)
    {
        if (Cells.Neighbour(cell, SiteCells.Up) == SiteCells.None)
        {
            return true;
        }

        foreach (var neighbour in Cells.NeighboursOf(cell))
        {
            if (neighbour != SiteCells.None && _blocks[neighbour] == Block.Air)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOpenAbove(int feet)
    {
        var head = Cells.Neighbour(feet, SiteCells.Up);
        return head == SiteCells.None || _blocks[head] == Block.Air;
    }

    private void ForgetBodies()
    {
        for (var i = 0; i < _takenCount; i++)
        {
            _taken[_takenCells[i]] = false;
        }

        _takenCount = 0;
    }

    private void MarkBody(BlockPos feet)
    {
        for (var up = -1; up <= 1; up++)
        {
            var there = feet with { Y = feet.Y + up };
            if (Cells.Size.Contains(there))
            {
                var cell = Cells.Size.CellAt(there);
                _taken[cell] = true;
                _takenCells[_takenCount++] = cell;
            }
        }
    }
}
