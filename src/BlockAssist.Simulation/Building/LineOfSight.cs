using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>Whether one point can be seen from another through the blocks and bodies of a site.</summary>
/// <remarks>
/// Walks the cells along the ray (Amanatides &amp; Woo, "A Fast Voxel Traversal Algorithm for Ray Tracing", 1987). Every
/// cell entered must be air and free of bodies; the cell of the eye is not entered. Ties prefer x, then y, then z. Cells
/// above the site are free; the ray never leaves it elsewhere, for both of its ends lie inside or above.
/// </remarks>
/// <param name="size">The size of the site.</param>
/// <param name="blocks">The blocks of the site.</param>
/// <param name="bodies">The keys of the cells that are filled by other builders.</param>
internal readonly ref struct LineOfSight(GridSize size, ReadOnlySpan<Block> blocks, ReadOnlySpan<int> bodies)
{
    private readonly GridSize _size = size;
    private readonly ReadOnlySpan<Block> _blocks = blocks;
    private readonly ReadOnlySpan<int> _bodies = bodies;

    /// <summary>What stands for a cell among the bodies; cells above the site, where heads may be, have keys too.</summary>
    public static int KeyOf(GridSize size, BlockPos at) => at.Y < size.Height ? size.CellAt(at) : ~size.CellAt(at);

    /// <summary>Whether a cell is air, or above the site, and no body is in it.</summary>
    public bool IsFree(BlockPos at) => IsFree(_size.CellAt(at), at.Y);

    /// <summary>Whether a ray from one cell could enter another: it, and one of the cells before it on the way, must be free.</summary>
    /// <remarks>
    /// The last cell before the target lies one step back towards the eye, along an axis on which the two differ. Exact
    /// for points that are not at the very border of the target's cell: the walk to them ends in that cell.
    /// </remarks>
    public bool IsOpenTowards(BlockPos eye, BlockPos target)
    {
        var (x, y, z) = (Math.Sign(target.X - eye.X), Math.Sign(target.Y - eye.Y), Math.Sign(target.Z - eye.Z));
        return target == eye
            || (IsFree(target)
                && ((x != 0 && IsPassed(eye, target with { X = target.X - x }))
                    || (y != 0 && IsPassed(eye, target with { Y = target.Y - y }))
                    || (z != 0 && IsPassed(eye, target with { Z = target.Z - z }))));
    }

    /// <summary>Whether nothing stands between the eye and the point.</summary>
    public bool IsClear(in Location eye, in Location point)
    {
        var from = eye.Cell;
        var to = point.Cell;
        var x = new Axis(eye.X, point.X, from.X);
        var y = new Axis(eye.Y, point.Y, from.Y);
        var z = new Axis(eye.Z, point.Z, from.Z);
        var (stepX, stepY, stepZ) = (x.Step * _size.Height * _size.Depth, y.Step * _size.Depth, z.Step);
        var height = from.Y;
        var cell = _size.CellAt(from);

        for (var left = Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y) + Math.Abs(to.Z - from.Z); left > 0; left--)
        {
            if (x.Next <= y.Next && x.Next <= z.Next)
            {
                x.Advance();
                cell += stepX;
            }
            else if (y.Next <= z.Next)
            {
                y.Advance();
                cell += stepY;
                height += y.Step;
            }
            else
            {
                z.Advance();
                cell += stepZ;
            }

            if (!IsFree(cell, height))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPassed(BlockPos eye, BlockPos at) => at == eye || IsFree(at);

    // Rounding may lead a ray that grazes an edge one cell astray, hence the check of the number.
    private bool IsFree(int cell, int height) =>
        height < _size.Height
            ? (uint)cell < (uint)_blocks.Length && _blocks[cell] == Block.Air && !HasBody(cell)
            : !HasBody(~cell);

    // A loop: there are none, or two, and a call costs more.
    private bool HasBody(int key)
    {
        foreach (var body in _bodies)
        {
            if (body == key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One coordinate of the walk: how far along the ray the next border between cells is, in parts of the ray.</summary>
    private struct Axis
    {
        private readonly double _perCell;

        public Axis(double from, double to, int cell)
        {
            var length = to - from;
            Step = Math.Sign(length);
            _perCell = Math.Abs(1 / length);
            Next = Step == 0 ? double.PositiveInfinity : (cell + (Step > 0 ? 1 : 0) - from) / length;
        }

        public int Step { get; }

        public double Next { get; private set; }

        public void Advance() => Next += _perCell;
    }
}
