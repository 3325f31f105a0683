using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>What follows from the size of a site alone: where its cells are and which are neighbours.</summary>
internal sealed class SiteCells
{
    /// <summary>Stands for a cell that the site does not have.</summary>
    public const int None = -1;

    /// <summary>How many neighbours a cell has inside a site.</summary>
    public const int DirectionCount = 6;

    /// <summary>The direction of the cell above, among <see cref="BlockPos.Directions"/>.</summary>
    public const int Up = 2;

    /// <summary>The direction of the cell below.</summary>
    public const int Down = 3;

    private readonly BlockPos[] _places;
    private readonly int[] _neighbours;

    public SiteCells(GridSize size)
    {
        Size = size;
        _places = [.. Enumerable.Range(0, size.Volume).Select(size.PosOf)];
        _neighbours = new int[size.Volume * DirectionCount];
        for (var i = 0; i < _neighbours.Length; i++)
        {
            var place = _places[i / DirectionCount] + BlockPos.Directions[i % DirectionCount];
            _neighbours[i] = size.Contains(place) ? size.CellAt(place) : None;
        }
    }

    /// <summary>The size of the site.</summary>
    public GridSize Size { get; }

    /// <summary>How many cells there are.</summary>
    public int Count => _places.Length;

    /// <summary>Where a cell is.</summary>
    public BlockPos PlaceOf(int cell) => _places[cell];

    /// <summary>The six neighbours of a cell, by direction; <see cref="None"/> outside the site.</summary>
    public ReadOnlySpan<int> NeighboursOf(int cell) => _neighbours.AsSpan(cell * DirectionCount, DirectionCount);

    /// <summary>The neighbour in a direction; <see cref="None"/> outside the site.</summary>
    public int Neighbour(int cell, int direction) => _neighbours[(cell * DirectionCount) + direction];

    /// <summary>How many single steps two cells are apart.</summary>
    public int Distance(int cell, int other)
    {
        var (a, b) = (_places[cell], _places[other]);
        return Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y) + Math.Abs(a.Z - b.Z);
    }

    /// <summary>Whether a body whose feet are in one cell fills the other.</summary>
    public bool BodyFills(int feet, int cell) => cell == feet || cell == Neighbour(feet, Up);

    /// <summary>The move that leads from a cell to its neighbour.</summary>
    public BuilderAction MoveTo(int from, int to) =>
        BuilderAction.Move((ActionType)((int)ActionType.MovePosX + NeighboursOf(from).IndexOf(to)));
}
