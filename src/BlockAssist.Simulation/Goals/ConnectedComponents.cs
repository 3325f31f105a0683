using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>The connected parts of a box of cells.</summary>
/// <remarks>
/// Works on runs of full cells along z instead of single cells, so time and memory follow the surface of what is there.
/// A component is named by its first run in cell order, which is also the order in which MBAG's library numbers them;
/// with a floor, all that touches the bottom layer is component <see cref="Ground"/>, which comes before all others.
/// </remarks>
internal sealed class ConnectedComponents
{
    /// <summary>The component of the floor, if there is one.</summary>
    public const int Ground = 0;

    private readonly GridSize _size;
    private readonly List<Run> _runs = [new Run(-1, 0)]; // run 0 stands for the floor
    private readonly List<int> _parents = [Ground];
    private readonly int[] _rowStarts; // the first run of each row of cells along z, and the end of the last

    /// <summary>Splits the full cells, those that are not zero, into connected parts.</summary>
    /// <param name="size">The size of the box.</param>
    /// <param name="cells">The cells, in cell order.</param>
    /// <param name="connectivity">Which cells count as neighbours.</param>
    /// <param name="floor">Whether a floor under the box connects all that stands on it.</param>
    public ConnectedComponents(GridSize size, ReadOnlySpan<byte> cells, Connectivity connectivity, bool floor)
    {
        _size = size;
        _rowStarts = new int[(size.Width * size.Height) + 1];
        for (var row = 0; row < size.Width * size.Height; row++)
        {
            _rowStarts[row] = _runs.Count;
            AddRuns(row, cells.Slice(row * size.Depth, size.Depth));
            _rowStarts[row + 1] = _runs.Count;
            JoinWithNeighbours(row, connectivity, floor);
        }
    }

    /// <summary>The runs of full cells in cell order; the first is the floor and has none.</summary>
    public IReadOnlyList<Run> Runs => _runs;

    /// <summary>The component of a run.</summary>
    public int ComponentOf(int run)
    {
        while (_parents[run] != run)
        {
            run = _parents[run] = _parents[_parents[run]];
        }

        return run;
    }

    /// <summary>The component of a cell, or -1 if the cell is empty.</summary>
    public int ComponentAt(BlockPos at)
    {
        var row = (at.X * _size.Height) + at.Y;
        var cell = _size.CellAt(at);
        for (var run = _rowStarts[row]; run < _rowStarts[row + 1]; run++)
        {
            if (cell >= _runs[run].Start && cell < _runs[run].End)
            {
                return ComponentOf(run);
            }
        }

        return -1;
    }

    /// <summary>The component with the most cells, the first of equals; the ground if there are none.</summary>
    public int Largest()
    {
        var counts = new int[_runs.Count];
        for (var run = 0; run < _runs.Count; run++)
        {
            counts[ComponentOf(run)] += _runs[run].Length;
        }

        return Array.IndexOf(counts, counts.Max());
    }

    /// <summary>A copy of a structure of the same size in which all but one component is air.</summary>
    public BlockGrid Cut(BlockGrid structure, int component)
    {
        var cut = new BlockGrid(_size);
        for (var run = 0; run < _runs.Count; run++)
        {
            if (_runs[run] is { Length: > 0 } cells && ComponentOf(run) == component)
            {
                structure.Blocks.Slice(cells.Start, cells.Length).CopyTo(cut.Blocks[cells.Start..]);
            }
        }

        return cut;
    }

    private void AddRuns(int row, ReadOnlySpan<byte> cells)
    {
        var z = 0;
        while (cells[z..].IndexOfAnyExcept((byte)0) is var skipped and >= 0)
        {
            z += skipped;
            var length = cells[z..].IndexOf((byte)0);
            length = length < 0 ? cells.Length - z : length;
            _parents.Add(_runs.Count);
            _runs.Add(new Run((row * _size.Depth) + z, length));
            z += length;
        }
    }

    private void JoinWithNeighbours(int row, Connectivity connectivity, bool floor)
    {
        var (x, y) = Math.DivRem(row, _size.Height);
        if (floor && y == 0)
        {
            for (var run = _rowStarts[row]; run < _rowStarts[row + 1]; run++)
            {
                Join(Ground, run);
            }
        }

        // Rows beside each other share faces, and edges too when runs may be one cell apart; rows diagonally opposite
        // share edges, and corners too when runs may be one cell apart.
        var beside = connectivity >= Connectivity.Edges ? 1 : 0;
        var across = connectivity >= Connectivity.Corners ? 1 : 0;
        JoinRows(row, x, y - 1, beside);
        JoinRows(row, x - 1, y, beside);
        if (connectivity >= Connectivity.Edges)
        {
            JoinRows(row, x - 1, y - 1, across);
            JoinRows(row, x - 1, y + 1, across);
        }
    }

    private void JoinRows(int row, int otherX, int otherY, int reach)
    {
        if (otherX < 0 || (uint)otherY >= (uint)_size.Height)
        {
            return;
        }

        var other = (otherX * _size.Height) + otherY;
        var shift = (row - other) * _size.Depth;
        var (mine, theirs) = (_rowStarts[row], _rowStarts[other]);
        while (mine < _rowStarts[row + 1] && theirs < _rowStarts[other + 1])
        {
            var (a, b) = (_runs[mine], _runs[theirs]);
            if (a.Start < b.End + shift + reach && b.Start + shift < a.End + reach)
            {
                Join(mine, theirs);
            }

            if (a.End < b.End + shift)
            {
                mine++;
            }
            else
            {
                theirs++;
            }
        }
    }

    private void Join(int a, int b)
    {
        (a, b) = (ComponentOf(a), ComponentOf(b));
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>Full cells that follow each other along z.</summary>
    internal readonly record struct Run(int Start, int Length)
    {
        public int End => Start + Length;
    }
}
