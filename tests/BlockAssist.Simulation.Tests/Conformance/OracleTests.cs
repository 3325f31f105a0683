using BlockAssist.Simulation.Conformance;

namespace BlockAssist.Simulation.Tests.Conformance;

/// <summary>Every recorded answer of MBAG, compared with ours.</summary>
public sealed class OracleTests
{
    private const string Folder = "mbag/vectors";

    public static TheoryData<string> Recordings() => SharedData.Names(Folder, "*.jsonl.gz");

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_recorded_answer_is_ours(string file)
    {
        var checkedFile = ConformanceFile.Check(SharedData.Need(Path.Combine(Folder, file)));

        Assert.NotEqual(0, checkedFile.Result.Checks);
        Assert.Equal(string.Empty, string.Join("\n", checkedFile.Result.Mismatches.Take(20)));
    }
}
