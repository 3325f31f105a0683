using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>The cells that differ from the goal and can still be put right, and which of them to leave alone for now.</summary>
internal sealed class WorkList(SiteCells cells, bool yields = false)
{
    private readonly int[] _open = new int[cells.Count];
    private readonly Block[] _goal = new Block[cells.Count];
    private readonly bool[] _loose = new bool[cells.Count];
    private readonly bool[] _buried = new bool[cells.Count];
    private readonly bool[] _held = new bool[cells.Count];
    private readonly int[] _ignoredUntil = new int[cells.Count];
    private readonly int[] _wanted = new int[Palette.Count];
    private readonly bool[] _own = new bool[cells.Count];
    private int _count;
    private int _now;
    private readonly int[] _flood = new int[cells.Count];
    private readonly bool[] _stands = new bool[cells.Count];
    private bool _anyHeld;
    private bool _knowsGoal;

    /// <summary>The cells to be changed, those among them that are held or ignored too; ascending.</summary>
    public ReadOnlySpan<int> Open => _open.AsSpan(0, _count);

    /// <summary>How many of them need a block but have no neighbour to place it against.</summary>
    public int LooseCount { get; private set; }

    /// <summary>Whether the goal has parts that are not connected with its ground, so that they cannot be built without a scaffold.</summary>
    public bool GoalFloats { get; private set; }

    /// <summary>How many blocks of each kind are still to be placed.</summary>
    public ReadOnlySpan<int> Wanted => _wanted;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        ReleaseAll();
        Array.Clear(_ignoredUntil);
        Array.Clear(_own);
        (_count, LooseCount, _now) = (0, 0, 0);
    }

    /// <summary>Compares the site with a goal.</summary>
    public void Collect(in Observation observation, ReadOnlySpan<Block> goal, Terrain terrain)
    {
        _now = observation.Timestep;
        (_count, LooseCount) = (0, 0);
        Array.Clear(_wanted);
        Study(goal);
        var blocks = observation.Blocks;
        for (var cell = 0; (cell += blocks[cell..].CommonPrefixLength(goal[cell..])) < blocks.Length; cell++)
        {
            if (blocks[cell] != Block.Bedrock && (goal[cell] == Block.Air || goal[cell].IsPlaceable()) && !observation.IsPalette(cell) && !IsUndone(observation, cell))
            {
                Add(cell, blocks[cell], goal[cell], terrain);
            }
        }
    }

    /// <summary>Remembers what the builder itself does.</summary>
    public void NoteOwn(BuilderAction action) => _own[action.Cell] |= action.IsEdit;

    /// <summary>The first thing to do about a cell that differs from the goal: empty it, or fill it.</summary>
    public BuilderAction EditOf(int cell, Terrain terrain) =>
        terrain[cell] != Block.Air ? BuilderAction.Break(cell) : BuilderAction.Place(cell, _goal[cell]);

    /// <summary>What the goal wants in a cell.</summary>
    public Block GoalOf(int cell) => _goal[cell];

    /// <summary>Whether a builder may stay there for good: the goal leaves room for feet and head.</summary>
    public bool IsRoom(int feet)
    {
        var head = cells.Neighbour(feet, SiteCells.Up);
        return _goal[feet] == Block.Air && (head == SiteCells.None || _goal[head] == Block.Air);
    }

    /// <summary>Whether the cell is among those to be changed.</summary>
    public bool IsOpen(int cell) => Open.BinarySearch(cell) >= 0;

    /// <summary>Whether the cell needs a block but has no neighbour to place it against.</summary>
    public bool IsLoose(int cell) => _loose[cell];

    /// <summary>Whether the cell may be worked on now, as far as can be told without looking at it from somewhere.</summary>
    public bool IsFree(int cell, bool evenIgnored) => IsWithinDigging(cell) && !_buried[cell] && (evenIgnored || _ignoredUntil[cell] <= _now);

    /// <summary>Whether the cell may be worked on once somebody has dug a way to it.</summary>
    public bool IsWithinDigging(int cell) => !_held[cell] && !_loose[cell];

    /// <summary>Leaves a cell alone for some steps.</summary>
    public void Ignore(int cell, int steps) => _ignoredUntil[cell] = Math.Max(_ignoredUntil[cell], _now + steps);

    /// <summary>Leaves a cell as it is, wrong on purpose, until <see cref="ReleaseAll"/>.</summary>
    public void Hold(int cell)
    {
        _held[cell] = true;
        _anyHeld = true;
    }

    /// <summary>Whether a cell is wrong on purpose.</summary>
    public bool IsHeld(int cell) => _held[cell];

    /// <summary>Takes up all cells that were held.</summary>
    /// <returns>Whether there were any.</returns>
    public bool ReleaseAll()
    {
        if (!_anyHeld)
        {
            return false;
        }

        Array.Clear(_held);
        _anyHeld = false;
        return true;
    }

    private bool IsUndone(in Observation observation, int cell) =>
        yields && _own[cell] && observation.LastInteracted[cell] is var last && last != observation.Builder && last != BuildSite.Nobody;

    private void Study(ReadOnlySpan<Block> goal)
    {
        if (!_knowsGoal || !goal.SequenceEqual(_goal))
        {
            _knowsGoal = true;
            goal.CopyTo(_goal);
            GoalFloats = CountStanding() + goal.Count(Block.Air) < goal.Length;
        }
    }

    /// <summary>Floods the goal's blocks from the floor of the site.</summary>
    private int CountStanding()
    {
        var count = 0;
        for (var cell = 0; cell < _goal.Length; cell++)
        {
            _stands[cell] = cells.PlaceOf(cell).Y == 0 && _goal[cell] != Block.Air;
            if (_stands[cell])
            {
                _flood[count++] = cell;
            }
        }

        for (var next = 0; next < count; next++)
        {
            foreach (var neighbour in cells.NeighboursOf(_flood[next]))
            {
                if (neighbour != SiteCells.None && !_stands[neighbour] && _goal[neighbour] != Block.Air)
                {
                    _stands[neighbour] = true;
                    _flood[count++] = neighbour;
                }
            }
        }

        return count;
    }

    private void Add(int cell, Block block, Block goal, Terrain terrain)
    {
        _open[_count++] = cell;
        _loose[cell] = block == Block.Air && !terrain.HasSupport(cell);
        _buried[cell] = !terrain.IsExposed(cell);
        LooseCount += _loose[cell] ? 1 : 0;
        _wanted[(int)goal] += goal == Block.Air ? 0 : 1;
    }
}
