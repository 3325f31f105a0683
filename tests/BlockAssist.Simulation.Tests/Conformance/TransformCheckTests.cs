using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BlockAssist.Simulation.Conformance;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Conformance;

public sealed class TransformCheckTests
{
    private const string Line = """
        {"id":"a","input":{"size":[1,2,2],"blocks":[0,3,0,4]},"density":0.5,"single_cc":{"6":true,"18":true},
         "nearest_neighbor_block":[[[0,0,0],4],[[0,1,1],3]],
         "outputs":[
          {"transform":"crop_air","config":{},"size":[9,8,8],"output":{"size":[1,2,1],"blocks":[3,4]}},
          {"transform":"area_sample","config":{"max_scaling_factor":2.0,"interpolation_order":1},"size":[9,8,8],
           "output":{"size":[1,2,2],"blocks":[0,3,0,4]}},
          {"transform":"min_size_filter","config":{"min_size":[2,2,2]},"size":[9,8,8],"output":null}]}
        """;

    [Fact]
    public void Every_recorded_transform_of_MBAG_comes_out_the_same()
    {
        var total = CheckResult.None;
        using var file = new GZipStream(
            File.OpenRead(SharedData.Need("mbag/vectors/transforms.jsonl.gz")), CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        while (lines.ReadLine() is { } line)
        {
            total += Check(line);
        }

        Assert.Empty(total.Mismatches);
        Assert.Equal(526, total.Checks);
    }

    [Fact]
    public void A_line_that_agrees_has_checks_and_no_mismatches()
    {
        var result = Check(Line);

        Assert.Empty(result.Mismatches);
        Assert.Equal(8, result.Checks);
    }

    [Theory]
    [InlineData("\"density\":0.5", "\"density\":0.25", "a: density: expected 0.25, got 0.5")]
    [InlineData("\"6\":true", "\"6\":false", "a: single_cc 6: expected False, got True")]
    [InlineData("[0,0,0],4]", "[0,0,0],3]", "a: nearest_neighbor_block [[0,0,0],3]: expected Cobblestone, got Glass")]
    [InlineData("\"blocks\":[3,4]", "\"blocks\":[3,5]", "a: crop_air {}: expected 1×2×1, got 1×2×1 with 1 other blocks, the first at (0, 1, 0)")]
    [InlineData("\"output\":null", "\"output\":{\"size\":[1,1,1],\"blocks\":[0]}", "a: min_size_filter {\"min_size\":[2,2,2]}: expected 1×1×1, got rejected")]
    public void What_differs_is_named(string recorded, string changed, string mismatch)
    {
        Assert.Contains(recorded, Line, StringComparison.Ordinal);

        var result = Check(Line.Replace(recorded, changed, StringComparison.Ordinal));

        Assert.Equal([mismatch], result.Mismatches);
        Assert.Equal(8, result.Checks);
    }

    [Theory]
    [InlineData("\"id\":\"a\"", "\"id\":7", "transforms line: id: found Number, expected a text.")]
    [InlineData("\"blocks\":[0,3,0,4]", "\"blocks\":[0,3,0]", "a: input.blocks: found 3 blocks, expected 4.")]
    [InlineData("\"blocks\":[0,3,0,4]", "\"blocks\":[0,3,0,12]", "a: input.blocks: found block 12, expected 0 to 9.")]
    [InlineData("\"size\":[1,2,2]", "\"size\":[1,2]", "a: input.size: found 2 numbers, expected 3.")]
    [InlineData("\"6\":true", "\"7\":true", "a: single_cc 7: found connectivity 7, expected 6, 18 or 26.")]
    [InlineData("\"interpolation_order\":1", "\"interpolation_order\":[]", "a: area_sample {\"max_scaling_factor\":2.0,\"interpolation_order\":[]}: found Array, expected a whole number.")]
    [InlineData("\"crop_air\"", "\"paint\"", "a: paint {}: found transform 'paint', expected one of MBAG's.")]
    public void A_line_of_another_form_is_refused_with_what_was_expected(string recorded, string changed, string message)
    {
        Assert.Contains(recorded, Line, StringComparison.Ordinal);

        var refused = Assert.Throws<FormatException>(
            () => Check(Line.Replace(recorded, changed, StringComparison.Ordinal)));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public void No_damage_to_a_line_does_more_than_refuse_it() =>
        Gen.Select(Gen.Int[0, Line.Length - 1], Gen.Int[0, 3], Gen.String[Gen.Char["0123456789.-e[]{},:\"nultre"], 0, 3]).Sample(
            (at, removed, inserted) =>
            {
                var damaged = new StringBuilder(Line).Remove(at, Math.Min(removed, Line.Length - at)).Insert(at, inserted);
                try
                {
                    _ = Check(damaged.ToString());
                }
                catch (Exception refused) when (refused is FormatException or ArgumentOutOfRangeException or JsonException)
                {
                }
            },
            iter: 2000);

    private static CheckResult Check(string line)
    {
        using var document = JsonDocument.Parse(line);
        return TransformCheck.Check(document.RootElement);
    }
}
