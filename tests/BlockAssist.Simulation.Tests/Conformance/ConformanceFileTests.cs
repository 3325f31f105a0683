using System.Text;
using BlockAssist.Simulation.Conformance;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Conformance;

public sealed class ConformanceFileTests
{
    private const string Call = """
        {"id":"c","call":1,"size":[2,2,2],"blocks":[1,1,0,0,1,1,0,0],"target":[0,1,0],"player":[1.5,1,1.5],"others":[],"action":1,"block":3,"possible":true}
        """;

    [Fact]
    public void A_recorded_question_is_answered()
    {
        var result = Check(Call).Result;

        Assert.Equal(1, result.Checks);
        Assert.Empty(result.Mismatches);
    }

    [Theory]
    [InlineData("\"target\":[0,1,0]", "\"target\":[0,1]", "target: found 2 numbers, expected 3.")]
    [InlineData("\"target\":[0,1,0],", "", "property 'target' is missing.")]
    [InlineData("\"block\":3", "\"block\":10", "block: found block 10, expected 0 to 9.")]
    [InlineData("\"size\":[2,2,2]", "\"size\":[2,2,0]", "world.size: found 2×2×0, expected sides from 1 to 1024")]
    [InlineData("\"possible\":true", "\"possible\":1", "possible: found Number, expected true or false.")]
    [InlineData("\"call\":1", "\"cull\":1", "expected a trajectory, queries of sight, transforms or metrics.")]
    [InlineData("{\"id\"", "[\"id\"", "not a recorded case")]
    public void What_is_wrong_with_a_line_is_said_with_its_place(string recorded, string changed, string message)
    {
        Assert.Contains(recorded, Call, StringComparison.Ordinal);

        var refused = Assert.Throws<InvalidDataException>(() => Check(Call.Replace(recorded, changed, StringComparison.Ordinal)));

        Assert.Contains("line 1: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void No_damage_to_a_line_does_more_than_refuse_it() =>
        Gen.Select(Gen.Int[0, Call.Length - 1], Gen.Int[0, 3], Gen.String[Gen.Char["0123456789.-e[]{},:\"nultre"], 0, 3]).Sample(
            (at, removed, inserted) =>
            {
                var damaged = new StringBuilder(Call).Remove(at, Math.Min(removed, Call.Length - at)).Insert(at, inserted);
                try
                {
                    _ = Check(damaged.ToString());
                }
                catch (InvalidDataException)
                {
                }
            },
            iter: 500);

    private static ConformanceFile Check(string line)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, line);
            return ConformanceFile.Check(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
