namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>Whether filling a cell would cut the builder off: from work that it can reach now, or from all room to be in.</summary>
/// <remarks>
/// Work counts as reachable if a body can be in its cell or beside it. Most placements cut off nothing, which a look at the
/// surroundings shows; only for the others is everything flooded that the builder could still walk to.
/// </remarks>
internal sealed class Enclosure(Terrain terrain, WorkList work)
{
    private const int Wide = 3;
    private const int High = 4;

    private readonly int[] _queue = new int[terrain.Cells.Count];
    private readonly int[] _reachedBefore = new int[terrain.Cells.Count];
    private readonly int[] _reachedAfter = new int[terrain.Cells.Count];
    private int _floods;
    private int _before;
    private int _versionBefore;
    private int _filled = SiteCells.None;
    private int _versionFilled;
    private int _firstOfFilled;
    private bool _isLastSafe;
    private int _versionOfRoom;
    private bool _hasRoom;

    /// <summary>Whether the builder can walk to a place where it may stay; else every block it sets may wall it in.</summary>
    public bool HasRoom()
    {
        if (_versionOfRoom != terrain.Version)
        {
            _versionOfRoom = terrain.Version;
            _floods++;
            _hasRoom = Flood(terrain.Start, SiteCells.None, _reachedBefore, _floods, untilRoom: true);
        }

        return _hasRoom;
    }

    /// <summary>Whether a builder who fills the cell from a place it can walk to can go on with all other work.</summary>
    public bool IsSafe(int filled, int feet)
    {
        if (KeepsNeighboursTogether(filled))
        {
            // The lost places were no room, so what room there was is left.
            return HasRoom();
        }

        if (_filled != filled || _versionFilled != terrain.Version)
        {
            (_filled, _versionFilled, _firstOfFilled) = (filled, terrain.Version, _floods + 1);
        }

        if (_reachedAfter[feet] < _firstOfFilled)
        {
            _isLastSafe = IsSafeAfresh(filled, feet);
        }

        // A place that an earlier flood for this cell reached, but not the last one, was judged then: unsafe, or it had been taken.
        return _reachedAfter[feet] == _floods && _isLastSafe;
    }

    private bool IsSafeAfresh(int filled, int feet)
    {
        if (_versionBefore != terrain.Version)
        {
            _versionBefore = terrain.Version;
            _before = ++_floods;
            Flood(terrain.Start, SiteCells.None, _reachedBefore, _before, untilRoom: false);
        }

        _floods++;
        if (!Flood(feet, filled, _reachedAfter, _floods, untilRoom: false))
        {
            return false;
        }

        foreach (var cell in work.Open)
        {
            if (cell != filled && IsTouched(cell, _reachedBefore, _before) && !IsTouched(cell, _reachedAfter, _floods))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Marks all places that can be walked to, and says whether there is room among them.</summary>
    private bool Flood(int start, int filled, int[] reached, int flood, bool untilRoom)
    {
        var cells = terrain.Cells;
        var below = filled == SiteCells.None ? SiteCells.None : cells.Neighbour(filled, SiteCells.Down);
        var (count, hasRoom) = (0, false);
        _queue[count++] = start;
        reached[start] = flood;
        for (var next = 0; next < count && !(untilRoom && hasRoom); next++)
        {
            hasRoom |= work.IsRoom(_queue[next]);
            foreach (var neighbour in cells.NeighboursOf(_queue[next]))
            {
                if (neighbour != SiteCells.None && neighbour != filled && neighbour != below
                    && reached[neighbour] != flood && terrain.CanStand(neighbour))
                {
                    reached[neighbour] = flood;
                    _queue[count++] = neighbour;
                }
            }
        }

        return hasRoom;
    }

    private bool IsTouched(int cell, int[] reached, int flood)
    {
        if (IsInBody(cell, reached, flood))
        {
            return true;
        }

        foreach (var neighbour in terrain.Cells.NeighboursOf(cell))
        {
            if (neighbour != SiteCells.None && IsInBody(neighbour, reached, flood))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInBody(int cell, int[] reached, int flood)
    {
        var below = terrain.Cells.Neighbour(cell, SiteCells.Down);
        return reached[cell] == flood || (below != SiteCells.None && reached[below] == flood);
    }

    /// <summary>Whether the places to stand around the cell stay connected among themselves without it.</summary>
    private bool KeepsNeighboursTogether(int filled)
    {
        var (standing, beside) = LookAround(terrain.Cells.PlaceOf(filled));
        var together = beside & (~beside + 1);
        for (var grown = Grow(together, standing); grown != together; grown = Grow(together, standing))
        {
            together = grown;
        }

        return (beside & ~together) == 0;
    }

    // The filled cell stops feet in it and heads in it, hence feet one below: the places beside these two are those it parts.
    private (ulong Standing, ulong Beside) LookAround(Voxels.BlockPos filled)
    {
        var (standing, beside, bit) = (0UL, 0UL, 1UL);
        for (var x = -1; x <= 1; x++)
        {
            for (var y = -2; y <= 1; y++)
            {
                for (var z = -1; z <= 1; z++, bit <<= 1)
                {
                    var isLost = x == 0 && z == 0 && y is 0 or -1;
                    var place = new Voxels.BlockPos(filled.X + x, filled.Y + y, filled.Z + z);
                    if (!isLost && terrain.Cells.Size.Contains(place) && terrain.CanStand(terrain.Cells.Size.CellAt(place)))
                    {
                        standing |= bit;
                        beside |= (x == 0 && z == 0) || (Math.Abs(x) + Math.Abs(z) == 1 && y is 0 or -1) ? bit : 0;
                    }
                }
            }
        }

        return (standing, beside);
    }

    private static ulong Grow(ulong bits, ulong within)
    {
        const ulong FirstZ = 0b001_001_001_001_001_001_001_001_001_001_001_001;
        const ulong FirstY = 0b000_000_000_111_000_000_000_111_000_000_000_111;
        const ulong LastY = FirstY << (Wide * (High - 1));
        var along = ((bits & ~(FirstZ << 2)) << 1) | ((bits & ~FirstZ) >> 1);
        var upright = ((bits & ~LastY) << Wide) | ((bits & ~FirstY) >> Wide);
        var across = (bits << (Wide * High)) | (bits >> (Wide * High));
        return (bits | along | upright | across) & within;
    }
}
