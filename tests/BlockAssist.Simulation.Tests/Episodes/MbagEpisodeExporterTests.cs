using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Export;
using BlockAssist.Simulation.Episodes.Import;

namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class MbagEpisodeExporterTests
{
    public static TheoryData<string> Recordings() => SharedData.Names("mbag/episodes", "*.jsonl.gz");

    [Theory]
    [MemberData(nameof(Recordings))]
    public void What_was_imported_and_exported_imports_as_the_same_steps(string recording)
    {
        var first = Import(() => File.OpenRead(SharedData.Need(Path.Combine("mbag/episodes", recording))));
        var exported = new MemoryStream();
        MbagEpisodeExporter.Export(new EpisodeReader(first, "first"), exported);
        var second = Import(() => new MemoryStream(exported.ToArray()));

        Assert.Equal(Rows(first), Rows(second));
        Assert.Equal((1, 1, 0), Verified(second));
    }

    private static (int Episodes, int Exact, int Mismatches) Verified(byte[] episode)
    {
        var verification = EpisodeVerification.Verify(new EpisodeReader(episode, "second"));
        return (verification.Episodes, verification.Exact, verification.Mismatches);
    }

    private static byte[] Import(Func<Stream> open)
    {
        using var source = open();
        var target = new MemoryStream();
        MbagEpisodeImporter.Convert(source, "a recording", target);
        return target.ToArray();
    }

    private static List<string> Rows(byte[] episode)
    {
        var reader = new EpisodeReader(episode, "rows");
        var rows = new List<string>();
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            for (var builder = 0; entry == EpisodeEntry.Step && builder < reader.Actions.Length; builder++)
            {
                if (reader.Origins[builder] != ActionOrigin.Absent)
                {
                    rows.Add($"{reader.Steps} {reader.Time} {builder} {reader.Origins[builder]} {reader.Actions[builder]}");
                }
            }
        }

        return rows;
    }
}
