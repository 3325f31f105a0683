using System.Globalization;
using System.Text;
using System.Text.Json;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Goals.Houses;

/// <summary>The table in docs/houses.md: what people built beside what we make up.</summary>
public sealed class HouseResemblanceTests
{
    private static readonly GridSize Room = new(9, 8, 8);

    [Fact]
    public void Generated_houses_are_like_recorded_ones_in_every_measure()
    {
        SharedData.Need("mbag/goals");
        var real = SharedData.Files("mbag/goals", "human-goal-*-p*.json").Select(ReadInnerRoom).ToArray();
        var generated = Enumerable.Range(0, 1000).Select(seed => HouseGenerator.Generate(Room, (ulong)seed)).ToArray();
        var table = new StringBuilder("measure | real mean | real spread | generated mean | generated spread\n");
        foreach (var (name, measure) in HouseMeasures.All)
        {
            var ours = HouseMeasures.Summarise([.. generated.Select(measure)]);
            var theirs = HouseMeasures.Summarise([.. real.Select(measure)]);
            table.AppendLine(CultureInfo.InvariantCulture, $"{name} | {theirs.Mean:f1} | {theirs.Spread:f1} | {ours.Mean:f1} | {ours.Spread:f1}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine(table.ToString());

        // Few houses were recorded: their own mean is uncertain, so the bound is their spread.
        Assert.All(HouseMeasures.All, measure => Assert.InRange(
            generated.Average(measure.Measure) - real.Average(measure.Measure),
            -Math.Max(2, HouseMeasures.Summarise([.. real.Select(measure.Measure)]).Spread),
            Math.Max(2, HouseMeasures.Summarise([.. real.Select(measure.Measure)]).Spread)));
    }

    private static BlockGrid ReadInnerRoom(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        int[] extents = [.. root.GetProperty("size").EnumerateArray().Select(extent => extent.GetInt32())];
        Block[] blocks = [.. root.GetProperty("blocks").EnumerateArray().Select(block => (Block)block.GetByte())];
        var site = new BlockGrid(new GridSize(extents[0], extents[1], extents[2]), blocks);
        var inner = new BlockGrid(Room);
        for (var cell = 0; cell < Room.Volume; cell++)
        {
            inner[cell] = site[Room.PosOf(cell) + new BlockPos(1, 1, 1)];
        }

        return inner;
    }
}
