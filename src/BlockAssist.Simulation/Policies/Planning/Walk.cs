namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>Visits the cells that a builder can walk to, the nearest first, only as far as somebody asks.</summary>
internal sealed class Walk(Terrain terrain)
{
    private readonly int[] _queue = new int[terrain.Cells.Count];
    private readonly int[] _seenIn = new int[terrain.Cells.Count];
    private readonly int[] _cameFrom = new int[terrain.Cells.Count];
    private readonly int[] _distance = new int[terrain.Cells.Count];
    private int _round;
    private int _next;
    private int _count;

    /// <summary>Starts again where the builder stands.</summary>
    public void Begin()
    {
        _round++;
        (_next, _count) = (0, 0);
        Add(terrain.Start, SiteCells.None, 0);
    }

    /// <summary>The next cell to stand in; the first is where the builder is.</summary>
    public bool TryNext(out int feet)
    {
        feet = SiteCells.None;
        if (_next == _count)
        {
            return false;
        }

        feet = _queue[_next++];
        foreach (var neighbour in terrain.Cells.NeighboursOf(feet))
        {
            if (neighbour != SiteCells.None && _seenIn[neighbour] != _round && terrain.CanStand(neighbour))
            {
                Add(neighbour, feet, _distance[feet] + 1);
            }
        }

        return true;
    }

    /// <summary>How many moves away a visited cell is.</summary>
    public int DistanceTo(int feet) => _distance[feet];

    /// <summary>Writes the cells from the builder to a visited cell, both included.</summary>
    /// <returns>How many they are.</returns>
    public int WritePath(int feet, Span<int> path)
    {
        var length = _distance[feet] + 1;
        for (var at = feet; at != SiteCells.None; at = _cameFrom[at])
        {
            path[_distance[at]] = at;
        }

        return length;
    }

    private void Add(int cell, int from, int distance)
    {
        _seenIn[cell] = _round;
        _cameFrom[cell] = from;
        _distance[cell] = distance;
        _queue[_count++] = cell;
    }
}
