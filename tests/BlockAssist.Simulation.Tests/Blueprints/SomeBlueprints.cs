using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Blueprints;

/// <summary>Structures for tests.</summary>
internal static class SomeBlueprints
{
    /// <summary>Any structure: sides of 1 to 12, of few or of all blocks, from empty to full.</summary>
    public static Gen<BlockGrid> AnyGrid { get; } =
        from size in Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[1, 12], (width, height, depth) => new GridSize(width, height, depth))
        from highest in Gen.Int[0, Palette.Count - 1]
        from blocks in Gen.Int[0, highest].Array[size.Volume]
        select new BlockGrid(size, [.. blocks.Select(block => (Block)block)]);

    /// <summary>A structure in which no two directions look alike and every block occurs.</summary>
    public static BlockGrid Lopsided(GridSize size)
    {
        var grid = new BlockGrid(size);
        for (var cell = 0; cell < size.Volume; cell++)
        {
            var at = size.PosOf(cell);
            grid[cell] = (Block)((at.X + (3 * at.Y) + (7 * at.Z) + (at.X * at.Y * at.Z)) % Palette.Count);
        }

        return grid;
    }

    /// <summary>A structure with a name.</summary>
    public static Blueprint Named(BlockGrid grid, string name = "a house") => new(name, grid);

    /// <summary>A file that lies beside the test program.</summary>
    public static string FileOf(string relative) => Path.Combine(AppContext.BaseDirectory, "Blueprints", relative);
}
