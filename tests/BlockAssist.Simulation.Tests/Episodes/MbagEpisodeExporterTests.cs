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
        var (first, imported) = Import(() => File.OpenRead(SharedData.Need(Path.Combine("mbag/episodes", recording))));
        var exported = new MemoryStream();
        MbagEpisodeExporter.Export(new EpisodeReader(first, "first", new EpisodeReaderOptions { Poses = true }), exported);
        var (second, again) = Import(() => new MemoryStream(exported.ToArray()));

        Assert.Equal(Rows(first), Rows(second));
        Assert.Equal((1, 1, 0), Verified(second));
        Assert.Equal((0, 0, 0, 0, 0), (again.Repairs, again.SimilarityMismatches, again.RewardMismatches, again.CorrectnessMismatches, again.PlaceMismatches));
        Assert.True(again.EndsAsRecorded);
        Assert.Equal((imported.Rows, imported.PaddingRows, imported.Poses), (again.Rows, again.PaddingRows, again.Poses));
    }

    [Fact]
    public void Scripted_play_is_exported_as_the_recording_of_a_person()
    {
        var episode = new RandomEpisode(5, 200);
        var exported = new MemoryStream();

        var rows = MbagEpisodeExporter.Export(new EpisodeReader(episode.File, "random"), exported);

        Assert.Equal(rows + 2, exported.ToArray().AsSpan().Count((byte)'\n') - Syncs(exported));
    }

    private static int Syncs(MemoryStream exported) =>
        System.Text.Encoding.UTF8.GetString(exported.ToArray()).Split('\n').Count(line => line.Contains("\"sync\"", StringComparison.Ordinal));

    private static (int Episodes, int Exact, int Mismatches) Verified(byte[] episode)
    {
        var verification = EpisodeVerification.Verify(new EpisodeReader(episode, "second"));
        return (verification.Episodes, verification.Exact, verification.Mismatches);
    }

    private static (byte[] Episode, ImportReport Report) Import(Func<Stream> open)
    {
        using var source = open();
        var target = new MemoryStream();
        var report = MbagEpisodeImporter.Convert(source, "a recording", target);
        return (target.ToArray(), report);
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
