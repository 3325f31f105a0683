using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class EpisodeFuzzTests
{
    private static readonly byte[][] Corpus = [.. Directory.EnumerateFiles(CorpusFolder(), "*.bae").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    [Fact]
    public void Damaged_files_end_in_a_report_and_in_nothing_worse() => FuzzRun.Over(Corpus, 60, Read);

    [Fact]
    public void Damaged_records_with_good_checksums_end_in_a_report_and_in_nothing_worse() => FuzzRun.Over(
        Corpus,
        60,
        // What the mutator did to the file as a whole seeds what happens inside its records.
        damaged => Read(DamageRecords(new SeededRandom(System.IO.Hashing.XxHash3.HashToUInt64(damaged)))));

    [Fact]
    public void The_corpus_itself_is_sound() => Assert.All(Corpus, file => Assert.Equal(1, EpisodeVerification.Verify(new EpisodeReader(file, "corpus")).Exact));

    private static byte[] DamageRecords(SeededRandom random)
    {
        var records = EpisodeFile.Split(Corpus[random.Next(Corpus.Length)]);
        var index = random.Next(records.Count);
        var payload = records[index].Payload;
        var damaged = payload.Length == 0 ? [] : new Mutator(random.NextUInt64()).Mutate(payload, records[random.Next(records.Count)].Payload);
        records[index] = records[index] with { Payload = damaged };
        return EpisodeFile.Join(records);
    }

    private static void Read(byte[] file)
    {
        foreach (var skip in (ReadOnlySpan<bool>)[false, true])
        {
            try
            {
                // Steps are limited because a file may honestly claim millions of idle ones.
                var options = new EpisodeReaderOptions { Poses = true, SkipDamage = skip, MaxSteps = 10_000 };
                var replay = new Replay(new EpisodeReader(file, "damaged", options));
                replay.Run();
                replay.Seek(20);
            }
            catch (Exception error) when (error is EpisodeFormatException or NewerVersionException)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
        }
    }

    public static string CorpusFolder() => Path.Combine(SharedData.CheckoutRoot(), "tests", "BlockAssist.Simulation.Tests", "Episodes", "Corpus");
}
