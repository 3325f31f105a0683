using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Goals.Houses;

/// <summary>What can be counted about a house, for comparing generated ones with real ones.</summary>
internal static class HouseMeasures
{
    /// <summary>The measures by name; shares are parts of the blocks that are not earth.</summary>
    public static IReadOnlyList<(string Name, Func<BlockGrid, double> Measure)> All { get; } =
    [
        ("cells that are not air", house => house.CountSolid()),
        ("blocks that are not earth", Built),
        ("earth in the ground layer", house => Layer(house, 0).Count(block => block == Block.Dirt)),
        ("highest layer", Top),
        ("kinds of block, earth aside", house => Palette.Placeable[1..].ToArray().Count(block => house.Blocks.Contains(block))),
        ("roofed air, % of the room", house => 100.0 * RoofedAir(house) / house.Size.Volume),
        ("widest extent", house => Extent(house, at => at.X)),
        ("deepest extent", house => Extent(house, at => at.Z)),
        .. Palette.Placeable[1..].ToArray().Select(block =>
            ($"{Palette.NameOf(block)}, %", (Func<BlockGrid, double>)(house => 100.0 * house.Blocks.Count(block) / Built(house)))),
    ];

    /// <summary>Mean and standard deviation.</summary>
    public static (double Mean, double Spread) Summarise(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }

    private static double Built(BlockGrid house) => Math.Max(1, house.CountSolid() - house.Blocks.Count(Block.Dirt));

    private static IEnumerable<Block> Layer(BlockGrid house, int y) =>
        from x in Enumerable.Range(0, house.Size.Width)
        from z in Enumerable.Range(0, house.Size.Depth)
        select house[x, y, z];

    private static double Top(BlockGrid house) =>
        Enumerable.Range(0, house.Size.Height).Last(y => Layer(house, y).Any(block => block != Block.Air));

    private static double RoofedAir(BlockGrid house)
    {
        var count = 0;
        for (var cell = 0; cell < house.Size.Volume; cell++)
        {
            var at = house.Size.PosOf(cell);
            var above = Enumerable.Range(at.Y + 1, house.Size.Height - at.Y - 1);
            count += house[cell] == Block.Air && above.Any(y => house[at.X, y, at.Z] != Block.Air) ? 1 : 0;
        }

        return count;
    }

    private static double Extent(BlockGrid house, Func<BlockPos, int> axis)
    {
        var places = Enumerable.Range(0, house.Size.Volume).Where(cell => house[cell] != Block.Air).Select(house.Size.PosOf)
            .Where(at => at.Y > 0).Select(axis).ToArray();
        return places.Length == 0 ? 0 : places.Max() - places.Min() + 1;
    }
}
