using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Thins the space where a player can walk to lines, without breaking any way through it.</summary>
/// <remarks>
/// Round after round the cells on the rim of the space are taken in turn, highest first, and dropped if the space around
/// them stays as connected as it was. After the first round only cells beside a dropped one can have changed, so only
/// those are looked at: the outcome is that of looking at all, in time that follows what is dropped.
/// </remarks>
internal sealed class PathThinning(bool[] space, GridSize size)
{
    private static readonly (int X, int Z)[] Sides = [(-1, 0), (1, 0), (0, -1), (0, 1)];

    private readonly List<int> _dropped = [];

    /// <summary>Thins the space in place.</summary>
    public bool[] Thin()
    {
        var candidates = Enumerable.Range(0, size.Volume).Where(IsOnRim).ToList();
        while (candidates.Count > 0)
        {
            _dropped.Clear();
            foreach (var cell in candidates.OrderByDescending(cell => size.PosOf(cell).Y).ThenBy(cell => cell))
            {
                DropIfSpare(cell);
            }

            candidates = [.. _dropped.SelectMany(CellsAround).Distinct().Where(IsOnRim)];
        }

        return space;
    }

    // On the rim: a cell of the space with a side where one can neither walk on nor step up or down.
    private bool IsOnRim(int cell)
    {
        if (!space[cell])
        {
            return false;
        }

        var at = size.PosOf(cell);
        if (at.X == 0 || at.X == size.Width - 1 || at.Z == 0 || at.Z == size.Depth - 1)
        {
            return false;
        }

        foreach (var (x, z) in Sides)
        {
            if (!IsOpen(at.X + x, at.Y, at.Z + z))
            {
                return true;
            }
        }

        return false;
    }

    private void DropIfSpare(int cell)
    {
        var at = size.PosOf(cell);
        var with = OpenColumnsAround(at);
        space[cell] = false;
        var without = OpenColumnsAround(at);
        if (CountParts(with) == CountParts(without) && HasAtLeastTwoAround(at))
        {
            _dropped.Add(cell);
        }
        else
        {
            space[cell] = true;
        }
    }

    // The 3x3 columns around a place as bits: whether the space goes on there at about this height.
    private int OpenColumnsAround(BlockPos at)
    {
        var columns = 0;
        for (var bit = 0; bit < 9; bit++)
        {
            if (IsOpen(at.X + (bit / 3) - 1, at.Y, at.Z + (bit % 3) - 1))
            {
                columns |= 1 << bit;
            }
        }

        return columns;
    }

    private bool IsOpen(int x, int y, int z) => CountAbout(x, y, z) > 0;

    private bool HasAtLeastTwoAround(BlockPos at)
    {
        var count = 0;
        for (var bit = 0; bit < 9; bit++)
        {
            count += CountAbout(at.X + (bit / 3) - 1, at.Y, at.Z + (bit % 3) - 1);
        }

        return count > 1;
    }

    // How many of a cell and those above and below it belong to the space.
    private int CountAbout(int x, int y, int z)
    {
        var count = 0;
        for (var level = Math.Max(0, y - 1); level <= Math.Min(size.Height - 1, y + 1); level++)
        {
            count += space[size.CellAt(x, level, z)] ? 1 : 0;
        }

        return count;
    }

    private IEnumerable<int> CellsAround(int cell)
    {
        var at = size.PosOf(cell);
        for (var neighbour = 0; neighbour < 27; neighbour++)
        {
            var near = at + new BlockPos((neighbour / 9) - 1, (neighbour / 3 % 3) - 1, (neighbour % 3) - 1);
            if (size.Contains(near))
            {
                yield return size.CellAt(near);
            }
        }
    }

    // How many parts the set bits of a 3x3 square form if only those that share a side are connected.
    private static int CountParts(int columns)
    {
        var parts = 0;
        while (columns != 0)
        {
            var (part, grown) = (0, columns & -columns);
            while (part != grown)
            {
                part = grown;
                grown = columns & (part | (part << 3) | (part >> 3) | ((part & 0b011_011_011) << 1) | ((part & 0b110_110_110) >> 1));
            }

            columns &= ~part;
            parts++;
        }

        return parts;
    }
}
