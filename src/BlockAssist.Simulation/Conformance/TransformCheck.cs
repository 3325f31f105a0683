using System.Globalization;
using System.Text.Json;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Compares our goal transforms with what MBAG's made of the same structures.</summary>
public static class TransformCheck
{
    private const double Tolerance = 1e-12;

    /// <summary>Checks one line of a file of recorded transforms: a structure, and what became of it.</summary>
    /// <remarks>
    /// The line has <c>id</c> and <c>input</c>, and any of <c>outputs</c>, <c>density</c>, <c>single_cc</c> and
    /// <c>nearest_neighbor_block</c>. An output of null stands for a rejection. Transforms that draw lots are run with a
    /// fixed seed, so recordings of them are not comparable.
    /// </remarks>
    /// <exception cref="ConformanceFormatException">The line is not of that form.</exception>
    public static CheckResult Check(JsonElement line)
    {
        var id = line.Need("id", "transforms line").Text("transforms line: id");
        var structure = line.Need("input", id).Grid($"{id}: input");
        var mismatches = new List<string>();
        var checks = CheckOutputs(line, id, structure, mismatches)
            + CheckDensity(line, id, structure, mismatches)
            + CheckConnectivity(line, id, structure, mismatches)
            + CheckNeighbours(line, id, structure, mismatches);
        return new CheckResult(checks, mismatches);
    }

    private static int CheckOutputs(JsonElement line, string id, BlockGrid structure, List<string> mismatches)
    {
        if (!line.TryGetProperty("outputs", out var outputs))
        {
            return 0;
        }

        var checks = 0;
        foreach (var output in outputs.Items($"{id}: outputs"))
        {
            var name = output.Need("transform", id).Text($"{id}: transform");
            var config = output.Need("config", id);
            var where = $"{id}: {name} {config.GetRawText()}";
            var transform = RecordedTransforms.Create(name, config, where);
            var room = output.Need("size", where).Size($"{where}: size");
            var recorded = output.Need("output", where);
            var expected = recorded.ValueKind == JsonValueKind.Null ? null : recorded.Grid($"{where}: output");
            var found = transform.Apply(structure, room, new SeededRandom(0));
            Compare(where, Describe(expected, expected), Describe(found, expected), mismatches);
            checks++;
        }

        return checks;
    }

    private static int CheckDensity(JsonElement line, string id, BlockGrid structure, List<string> mismatches)
    {
        if (!line.TryGetProperty("density", out var density))
        {
            return 0;
        }

        var expected = density.Number($"{id}: density");
        var found = structure.Density();
        if (Math.Abs(found - expected) > Tolerance)
        {
            Compare($"{id}: density", Invariant(expected), Invariant(found), mismatches);
        }

        return 1;
    }

    private static int CheckConnectivity(JsonElement line, string id, BlockGrid structure, List<string> mismatches)
    {
        if (!line.TryGetProperty("single_cc", out var answers) || answers.ValueKind != JsonValueKind.Object)
        {
            return 0;
        }

        var checks = 0;
        foreach (var answer in answers.EnumerateObject())
        {
            var where = $"{id}: single_cc {answer.Name}";
            _ = int.TryParse(answer.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var neighbours);
            var found = structure.StandsOnGround(RecordedTransforms.ConnectivityOf(neighbours, where));
            Compare(where, $"{answer.Value.Truth(where)}", $"{found}", mismatches);
            checks++;
        }

        return checks;
    }

    private static int CheckNeighbours(JsonElement line, string id, BlockGrid structure, List<string> mismatches)
    {
        if (!line.TryGetProperty("nearest_neighbor_block", out var answers))
        {
            return 0;
        }

        var checks = 0;
        foreach (var answer in answers.Items($"{id}: nearest_neighbor_block"))
        {
            var where = $"{id}: nearest_neighbor_block {answer.GetRawText()}";
            JsonElement[] pair = [.. answer.Items(where)];
            if (pair is not [var place, var block])
            {
                throw new ConformanceFormatException($"{where}: found {pair.Length} items, expected a place and a block.");
            }

            var found = structure.CommonestNeighbour(place.Place(where));
            Compare(where, $"{block.PaletteBlock(where)}", $"{found}", mismatches);
            checks++;
        }

        return checks;
    }

    private static void Compare(string where, string expected, string found, List<string> mismatches)
    {
        if (expected != found)
        {
            mismatches.Add($"{where}: expected {expected}, found {found}");
        }
    }

    // Equal texts for equal structures; for others, the sizes or where and how often the blocks differ.
    private static string Describe(BlockGrid? structure, BlockGrid? expected)
    {
        if (structure is null || expected is null || structure.Size != expected.Size)
        {
            return structure is null ? "rejected" : $"{structure.Size}";
        }

        var differing = Enumerable.Range(0, structure.Size.Volume).Where(cell => structure[cell] != expected[cell]).ToList();
        return differing is [var first, ..]
            ? $"{structure.Size} with {differing.Count} other blocks, the first at {structure.Size.PosOf(first)}"
            : $"{structure.Size}";
    }

    private static string Invariant(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
