using System.IO.Compression;
using System.Text.Json;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Import;

namespace BlockAssist.Simulation.Tests.Episodes.Import;

public sealed class MbagEpisodeImporterTests
{
    private const string Header =
        """
        {"format":"mbag-human-episode/1","name":"some","split":"alone","participant":3,"recorded":"2023-07-20","world_size":[2,3,1],"index_order":"(x*height+y)*depth+z","palette":["air","bedrock","dirt","cobblestone","glass","log","planks","stone","stonebrick","wool"],"action_names":["NOOP","PLACE_BLOCK","BREAK_BLOCK","MOVE_POS_X","MOVE_NEG_X","MOVE_POS_Y","MOVE_NEG_Y","MOVE_POS_Z","MOVE_NEG_Z","GIVE_BLOCK"],"abilities":{"teleportation":false,"flying":true,"inf_blocks":true},"rewards":{"place_wrong":-1,"noop":0,"action":0,"own_reward_prop":0},"players":[{"role":"participant","start":[0,2,0]}],"human_player":0,"goal":[1,2,0,1,2,6],"initial":[1,2,0,1,2,0]}
        """;

    private const string Padding = """{"s":0,"p":0,"row":0,"t":0.4,"a":[0],"pad":1}""";
    private const string Place = """{"s":0,"p":0,"row":1,"t":1.25,"a":[1,5,6],"own":1,"ok":true,"sim":6,"r":1}""";
    private const string End = """{"end":{"steps":1,"duration_s":1.25,"complete":true,"final":[1,2,0,1,2,6],"positions":[[0,2,0]]}}""";

    public static TheoryData<string> Recordings => [.. SharedData.Files("mbag/episodes", "*.jsonl.gz")];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Recordings))]
    public void Recorded_play_comes_out_as_recorded_row_by_row(string path)
    {
        var target = new MemoryStream();
        var expected = ReadRows(path);

        var report = MbagEpisodeImporter.Convert(path, target);
        var rows = new RowCollector();
        var reader = new EpisodeReader(target.ToArray(), path);
        var replay = new Replay(reader);
        replay.Run(rows);

        Assert.True(report.EndsAsRecorded);
        Assert.Equal((0, 0), (report.SimilarityMismatches, report.PlaceMismatches));
        // The recording MBAG gave nothing for a break at the palette column; FORMAT.md counts six such rows in all.
        Assert.InRange(report.RewardMismatches, 0, 1);
        Assert.Equal(report.RewardMismatches, report.CorrectnessMismatches);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Rows.Order(StringComparer.Ordinal));
        Assert.Equal((0, expected.Count), (replay.Mismatches, report.Rows));
        Assert.Equal(replay.Steps, reader.End?.Steps);
    }

    [Fact]
    public void A_small_recording_becomes_an_episode()
    {
        var target = new MemoryStream();

        var report = Convert(target, Header, Padding, """{"s":0,"sync":{"blocks":[[2,3]],"pos":{"0":[1,2,0]}}}""", """{"s":0,"sync":{"blocks":[[2,0]]}}""", Place, End.Replace("[[0,2,0]]", "[[1,2,0]]", StringComparison.Ordinal));
        var reader = new EpisodeReader(target.ToArray(), "some.bae");
        var verification = EpisodeVerification.Verify(reader);

        Assert.True(report.EndsAsRecorded);
        Assert.Equal((2, 1, 2, 2, 0), (report.Rows, report.PaddingRows, report.Syncs, report.SyncCells, report.Repairs));
        Assert.Equal(1, verification.Exact);
        Assert.Equal((EndReason.Complete, 6), (reader.End?.Reason, reader.End?.GoalSimilarity));
        Assert.Equal("3", reader.Header.Properties["participant"]);
    }

    [Fact]
    public void What_our_rules_do_not_do_is_repaired_and_counted()
    {
        var target = new MemoryStream();
        var ghost = """{"s":1,"p":0,"row":2,"t":2,"a":[4],"own":0,"ok":false,"sim":6,"r":0,"pos":[1,2,0]}""";

        var report = Convert(target, Header, Padding, Place, ghost, End.Replace("[[0,2,0]]", "[[1,2,0]]", StringComparison.Ordinal));

        Assert.True(report.EndsAsRecorded);
        Assert.Equal((1, 0, 1, 1), (report.Repairs, report.RepairedCells, report.RepairedPlaces, report.PlaceMismatches));
        Assert.Equal(1, EpisodeVerification.Verify(new EpisodeReader(target.ToArray(), "some.bae")).Exact);
    }

    [Theory]
    [InlineData("\"final\":[1,2,0,1,2,6]", "\"final\":[1,2,0,1,2,7]", "the blocks are")]
    [InlineData("\"positions\":[[0,2,0]]", "\"positions\":[[1,2,0]]", "the places are")]
    [InlineData("\"steps\":1", "\"steps\":1,\"final_similarity\":5", "the goal similarity is")]
    public void An_end_that_the_rows_do_not_lead_to_is_told(string recorded, string changed, string expected)
    {
        Assert.Contains(recorded, End, StringComparison.Ordinal);

        var report = Convert(new MemoryStream(), Header, Padding, Place, End.Replace(recorded, changed, StringComparison.Ordinal));

        Assert.False(report.EndsAsRecorded);
        Assert.Contains($"the end: {expected} not as recorded", report.Findings);
    }

    [Theory]
    [InlineData(1, "{", "line 1: ")]
    [InlineData(1, "[]", "line 1: found Array, expected a JSON object")]
    [InlineData(1, "{}", "line 1: no \"format\", expected one")]
    [InlineData(1, """{"format":"mbag-human-episode/2"}""", "line 1: \"format\": found mbag-human-episode/2, expected mbag-human-episode/1")]
    [InlineData(2, """{"s":0,"p":1,"row":0,"t":0,"a":[0],"pad":1}""", "line 2: \"p\": found 1, expected a whole number from 0 to 0")]
    [InlineData(2, """{"s":0,"p":0,"row":5,"t":0,"a":[0],"pad":1}""", "line 2: \"row\": found 5, expected 0")]
    [InlineData(2, """{"s":0,"p":0,"row":0,"t":"x","a":[0],"pad":1}""", "line 2: \"t\": found \"x\", expected a number")]
    [InlineData(3, """{"s":0,"p":0,"row":1,"t":1,"a":[1,6,6],"own":1,"ok":true,"sim":6}""", "line 3: \"a\": found 6, expected a whole number from 0 to 5")]
    [InlineData(3, """{"s":0,"p":0,"row":1,"t":1,"a":[1,5],"own":1,"ok":true,"sim":6}""", "line 3: \"a\": found 2 numbers, expected 3 for Place")]
    [InlineData(3, """{"x":1}""", "line 3: neither \"a\" nor \"sync\" nor \"pose\" nor \"end\", expected one of them")]
    [InlineData(4, "", "line 4: the file ends, expected a line with \"end\"")]
    public void A_bad_line_is_named_and_nothing_is_written(int number, string bad, string expected)
    {
        var source = Path.GetTempFileName();
        var target = source + ".bae";
        string[] lines = [Header, Padding, Place];
        File.WriteAllLines(source, bad.Length == 0 ? lines : [.. lines.Take(number - 1), bad]);

        try
        {
            var error = Assert.Throws<EpisodeFormatException>(() => MbagEpisodeImporter.Import(source, target));

            Assert.StartsWith($"{source}: {expected}", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(source)!, Path.GetFileName(target) + "*"));
        }
        finally
        {
            File.Delete(source);
        }
    }

    [Fact]
    public void The_corpus_comes_out_as_recorded() => Assert.All(Corpus(), file =>
    {
        var report = MbagEpisodeImporter.Convert(new MemoryStream(file), "corpus", new MemoryStream());

        Assert.True(report.EndsAsRecorded);
        Assert.Equal((0, 0, 0, 0), (report.Repairs, report.SimilarityMismatches, report.CorrectnessMismatches, report.PlaceMismatches));
    });

    [Fact]
    public void Damaged_recordings_end_in_one_clear_line_and_in_nothing_worse() => FuzzRun.Over(Corpus(), 100, damaged =>
    {
        try
        {
            MbagEpisodeImporter.Convert(new MemoryStream(damaged), "damaged", new MemoryStream());
        }
        catch (EpisodeFormatException error)
        {
            Assert.StartsWith("damaged: line ", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(error.Message, char.IsControl);
        }
    });

    private static byte[][] Corpus()
    {
        var folder = Path.Combine(SharedData.CheckoutRoot(), "tests", "BlockAssist.Simulation.Tests", "Episodes", "Import", "Corpus");
        return [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }

    private static ImportReport Convert(Stream target, params string[] lines) =>
        MbagEpisodeImporter.Convert(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))), "some.jsonl", target);

    private static List<string> ReadRows(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var rows = new List<string>();
        while (lines.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.TryGetProperty("a", out var action))
            {
                var row = document.RootElement;
                var isTutorial = path.Contains("tutorial", StringComparison.Ordinal);
                var number = isTutorial ? rows.Count : row.GetProperty("row").GetInt32();
                rows.Add(RowCollector.Describe(
                    row.GetProperty("p").GetInt32(), number, row.GetProperty("t").GetDouble(), row.TryGetProperty("pad", out _), [.. action.EnumerateArray().Select(part => part.GetInt32())]));
            }
        }

        return rows;
    }
}
