using System.Runtime.InteropServices;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Keeps the ways a player can walk open while a structure is made smaller.</summary>
/// <remarks>
/// Before: the space where a player can stand and that is connected to the outside is thinned to lines one cell wide,
/// which are marked in the structure. After: every marked cell becomes air with head room and something to stand on.
/// </remarks>
internal static class WalkablePaths
{
    /// <summary>The mark of a cell on a path; never leaves this folder.</summary>
    public const byte Path = 254;

    private const int Margin = 2;
    private const int Headroom = 2;

    /// <summary>A copy of the structure in which the cells of paths are marked.</summary>
    public static BlockGrid Mark(BlockGrid structure)
    {
        var size = structure.Size;
        var paths = new PathThinning(OutsideStandingSpace(structure), WithMargin(size)).Thin();
        var marked = structure.Clone();
        for (var cell = 0; cell < size.Volume; cell++)
        {
            var at = size.PosOf(cell);
            if (paths[WithMargin(size).CellAt(at.X + Margin, at.Y, at.Z + Margin)])
            {
                marked[cell] = (Block)Path;
            }
        }

        return marked;
    }

    /// <summary>Opens the marked cells of a structure.</summary>
    public static void Carve(BlockGrid structure)
    {
        LiftFromBottom(structure);
        var marked = structure.Clone();
        for (var y = 0; y < structure.Size.Height; y++)
        {
            for (var x = 0; x < structure.Size.Width; x++)
            {
                for (var z = 0; z < structure.Size.Depth; z++)
                {
                    if (marked[x, y, z] == (Block)Path)
                    {
                        CarveCell(structure, marked, new BlockPos(x, y, z));
                    }
                }
            }
        }

        structure.ChooseAutos();
    }

    private static GridSize WithMargin(GridSize size) =>
        new(size.Width + (2 * Margin), size.Height, size.Depth + (2 * Margin));

    // The part of the space where a player can stand that reaches the corner outside the structure.
    private static bool[] OutsideStandingSpace(BlockGrid structure)
    {
        var size = WithMargin(structure.Size);
        var space = size with { Height = size.Height + Headroom };
        var standing = new bool[space.Volume];
        for (var cell = 0; cell < space.Volume; cell++)
        {
            var at = space.PosOf(cell);
            standing[cell] = CanStand(structure, at + new BlockPos(-Margin, 0, -Margin));
        }

        var components = new ConnectedComponents(
            space, MemoryMarshal.AsBytes(standing.AsSpan()), Connectivity.Faces, floor: false);
        var outside = components.ComponentAt(new BlockPos(0, 1, 0));
        var kept = new bool[size.Volume];
        for (var run = 0; run < components.Runs.Count; run++)
        {
            if (components.ComponentOf(run) == outside)
            {
                var at = space.PosOf(components.Runs[run].Start);
                if (at.Y < size.Height)
                {
                    kept.AsSpan(size.CellAt(at), components.Runs[run].Length).Fill(true);
                }
            }
        }

        return kept;
    }

    private static bool CanStand(BlockGrid structure, BlockPos at)
    {
        bool IsAir(int down) => structure.AtOrAir(at with { Y = at.Y - down }) == Block.Air;

        // Near the ground a player may climb; higher up feet need a floor at most one cell below them.
        return IsAir(0) && IsAir(-1) && at.Y <= structure.Size.Height
            && (at.Y < 3 || !IsAir(1) || !IsAir(2));
    }

    // A path in the bottom layer would have nothing below it, so it moves up.
    private static void LiftFromBottom(BlockGrid structure)
    {
        for (var x = 0; x < structure.Size.Width; x++)
        {
            for (var z = 0; z < structure.Size.Depth; z++)
            {
                if (structure[x, 0, z] == (Block)Path)
                {
                    structure[x, 0, z] = Block.Air;
                    if (structure.Size.Height > 1)
                    {
                        structure[x, 1, z] = (Block)Path;
                    }
                }
            }
        }
    }

    private static void CarveCell(BlockGrid structure, BlockGrid marked, BlockPos at)
    {
        bool IsPath(int x, int z) => marked.AtOrAir(at + new BlockPos(x, 1, z)) == (Block)Path;

        ref var below = ref structure[at.X, at.Y - 1, at.Z];
        below = below == Block.Air ? StructureFacts.Auto : below;
        structure[at] = Block.Air;
        if (at.Y + 1 < structure.Size.Height)
        {
            structure[at.X, at.Y + 1, at.Z] = Block.Air;
        }

        // One more cell of head room where the path goes up beside this cell.
        if (at.Y + 2 < structure.Size.Height && (IsPath(-1, 0) || IsPath(1, 0) || IsPath(0, -1) || IsPath(0, 1)))
        {
            structure[at.X, at.Y + 2, at.Z] = Block.Air;
        }
    }
}
