using System.Globalization;
using System.Text.Json;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Compares our goal transforms with what MBAG's made of the same structures.</summary>
internal sealed class TransformCheck
{
    private readonly JsonElement _line;
    private readonly string _id;
    private readonly BlockGrid _structure;
    private readonly Findings _findings;

    private TransformCheck(JsonElement line)
    {
        _line = line;
        _id = line.Need("id", "transforms line").Text("transforms line: id");
        _structure = line.Need("input", _id).Grid($"{_id}: input");
        _findings = new Findings(_id);
    }

    /// <summary>Checks one line of a file of recorded transforms: a structure, and what became of it.</summary>
    /// <remarks>
    /// The line has <c>id</c> and <c>input</c>, and any of <c>outputs</c>, <c>density</c>, <c>single_cc</c> and
    /// <c>nearest_neighbor_block</c>. An output of null stands for a rejection. Transforms that draw lots are run with a
    /// fixed seed, so recordings of them are not comparable.
    /// </remarks>
    /// <exception cref="FormatException">The line is not of that form.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A transform is configured out of its range.</exception>
    public static CheckResult Check(JsonElement line)
    {
        var check = new TransformCheck(line);
        check.CompareOutputs();
        check.CompareDensity();
        check.CompareConnectivity();
        check.CompareNeighbours();
        return check._findings.Result;
    }

    private void CompareOutputs()
    {
        if (!_line.TryGetProperty("outputs", out var outputs))
        {
            return;
        }

        foreach (var output in outputs.Items($"{_id}: outputs"))
        {
            var name = output.Need("transform", _id).Text($"{_id}: transform");
            var config = output.Need("config", _id);
            var what = $"{name} {config.GetRawText()}";
            var where = $"{_id}: {what}";
            var transform = RecordedTransforms.Create(name, config, where);
            var room = output.Need("size", where).Size($"{where}: size");
            var recorded = output.Need("output", where);
            var expected = recorded.ValueKind == JsonValueKind.Null ? null : recorded.Grid($"{where}: output");
            var made = transform.Apply(_structure, room, new SeededRandom(0));
            _findings.Equal(what, Describe(expected, expected), Describe(made, expected));
        }
    }

    private void CompareDensity()
    {
        if (_line.TryGetProperty("density", out var density))
        {
            _findings.Near("density", density.Number($"{_id}: density"), _structure.Density());
        }
    }

    private void CompareConnectivity()
    {
        if (!_line.TryGetProperty("single_cc", out var answers) || answers.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var answer in answers.EnumerateObject())
        {
            var what = $"single_cc {answer.Name}";
            _ = int.TryParse(answer.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var neighbours);
            var connectivity = RecordedTransforms.ConnectivityOf(neighbours, $"{_id}: {what}");
            _findings.Equal(what, answer.Value.Truth($"{_id}: {what}"), _structure.StandsOnGround(connectivity));
        }
    }

    private void CompareNeighbours()
    {
        if (!_line.TryGetProperty("nearest_neighbor_block", out var answers))
        {
            return;
        }

        foreach (var answer in answers.Items($"{_id}: nearest_neighbor_block"))
        {
            var what = $"nearest_neighbor_block {answer.GetRawText()}";
            var where = $"{_id}: {what}";
            JsonElement[] pair = [.. answer.Items(where)];
            if (pair is not [var place, var block])
            {
                throw new FormatException($"{where}: found {pair.Length} items, expected a place and a block.");
            }

            _findings.Equal(what, block.PaletteBlock(where), _structure.CommonestNeighbour(place.Place(where)));
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
}
