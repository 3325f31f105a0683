using System.Numerics;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Pictures;

/// <summary>A straight line through a box of blocks, cell by cell, from where it enters to where it leaves.</summary>
/// <remarks>The walk of Amanatides and Woo: always on to the nearest of the three next cell borders.</remarks>
internal ref struct BlockRay
{
    private readonly BlockGrid _grid;
    private readonly Vector3 _origin;
    private readonly Vector3 _direction;
    private readonly float _end;
    private Vector3 _next;
    private bool _started;

    /// <summary>A ray from a place, inside the box or outside of it; no part of the direction may be 0.</summary>
    public BlockRay(BlockGrid grid, Vector3 origin, Vector3 direction)
    {
        _grid = grid;
        _origin = origin;
        _direction = direction;
        _next = Vector3.Zero;
        var size = new Vector3(grid.Size.Width, grid.Size.Height, grid.Size.Depth);
        var a = -origin / direction;
        var b = (size - origin) / direction;
        var enter = Vector3.Min(a, b);
        var leave = Vector3.Max(a, b);
        _end = Math.Min(leave.X, Math.Min(leave.Y, leave.Z));
        Axis = enter.X > enter.Y ? (enter.X > enter.Z ? 0 : 2) : (enter.Y > enter.Z ? 1 : 2);
        Distance = Math.Max(0, enter[Axis]);
    }

    /// <summary>The cell the ray is in.</summary>
    public BlockPos Cell { get; private set; }

    /// <summary>The axis across which it came into the cell: 0 x, 1 y, 2 z.</summary>
    public int Axis { get; private set; }

    /// <summary>How far along the ray the cell begins, in lengths of the direction.</summary>
    public float Distance { get; private set; }

    /// <summary>The block of the cell.</summary>
    public readonly Block Block => _grid[Cell];

    /// <summary>The place where the ray came into the cell.</summary>
    public readonly Vector3 Point => _origin + (_direction * Distance);

    /// <summary>Goes on to the next cell.</summary>
    /// <returns>False when the ray has left the box.</returns>
    public bool MoveNext()
    {
        if (!_started)
        {
            _started = true;
            return Distance < _end && Start();
        }

        Axis = _next.X < _next.Y ? (_next.X < _next.Z ? 0 : 2) : (_next.Y < _next.Z ? 1 : 2);
        Distance = _next[Axis];
        _next[Axis] += Math.Abs(1 / _direction[Axis]);
        Cell += Step(Axis);
        return _grid.Size.Contains(Cell);
    }

    private bool Start()
    {
        // A nudge along the ray, so that a start on a border counts as the cell behind it.
        var inside = _origin + (_direction * (Distance + 1e-4f));
        Cell = inside.Cell();
        var corner = Cell.Corner();
        for (var axis = 0; axis < 3; axis++)
        {
            var border = corner[axis] + (_direction[axis] > 0 ? 1 : 0);
            _next[axis] = (border - _origin[axis]) / _direction[axis];
        }

        return _grid.Size.Contains(Cell);
    }

    private readonly BlockPos Step(int axis)
    {
        var step = _direction[axis] > 0 ? 1 : -1;
        return new BlockPos(axis == 0 ? step : 0, axis == 1 ? step : 0, axis == 2 ? step : 0);
    }
}
