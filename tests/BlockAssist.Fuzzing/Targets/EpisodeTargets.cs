using System.Text;
using System.Text.Json;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Game.Watching;
using BlockAssist.Net.Clips;
using BlockAssist.Simulation.Conformance;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Export;
using BlockAssist.Simulation.Episodes.Import;
using BlockAssist.Simulation.Episodes.Screening;
using BlockAssist.Simulation.Episodes.Survival;
using BlockAssist.Simulation.Goals.Proposing;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>Play, as peers and other programs send it.</summary>
internal static class EpisodeTargets
{
    // A file may honestly claim millions of idle steps.
    private static readonly EpisodeReaderOptions Options = new() { Poses = true, MaxSteps = 5_000 };

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Episode("episode-read", bytes => ReadAll(new EpisodeReader(bytes, "fuzzed", Options))),
        Episode("episode-salvage", bytes => ReadAll(new EpisodeReader(bytes, "fuzzed", Options with { SkipDamage = true }))),
        Episode("episode-replay", bytes =>
        {
            var replay = new Replay(new EpisodeReader(bytes, "fuzzed", Options));
            replay.Run();
            replay.Seek(20);
        }),
        Episode("episode-export", bytes => MbagEpisodeExporter.Export(new EpisodeReader(bytes, "fuzzed", Options), new MemoryStream())),
        Episode("episode-watch", bytes => WatchedEpisode.Read(bytes, "fuzzed")) with { Longest = TimeSpan.FromSeconds(30), MostAllocated = 2L << 30 },
        new("episode-clip", room => OfFile(room, file => ClipJudge.WorthOf(file))) { Seeds = SeedEpisodes.Clips, Seal = SeedEpisodes.Seal },

        // Own and imported episodes only: what they honestly claim is played to its end, and every edit of millions is told of.
        new("episode-survival", room => OfFile(room, file => SurvivalRecord.Of(file))) { Seeds = SeedEpisodes.All, Seal = SeedEpisodes.Seal, Allowed = [typeof(EpisodeFormatException)], Longest = TimeSpan.FromSeconds(30), MostAllocated = 4L << 30 },
        new("mbag-episode", _ => bytes => MbagEpisodeImporter.Convert(new MemoryStream(bytes), "fuzzed", new MemoryStream()))
        {
            Seeds = Recordings,
            Allowed = [typeof(EpisodeFormatException)],
            Words = ["\"steps\"", "\"end\"", "\"header\"", "\"sync\"", "\"action\"", "\"PLACE_BLOCK\"", "\"GIVE_BLOCK\"", "\"goal\"", "\"players\"", "\"pose\"", "\r\n"],
            MostBytes = 32 << 10,
        },
        new("conformance", _ => bytes => ConformanceFile.Check(new MemoryStream(bytes), "fuzzed"))
        {
            Seeds = () => [.. Cases.Select(Encoding.UTF8.GetBytes)],
            Allowed = [typeof(InvalidDataException)],
            Words = ["\"steps\"", "\"queries\"", "\"call\"", "\"outputs\"", "\"metrics\"", "\"outcome\"", "\"config\"", "\"goal\"", "\"state\"", "\"actions\""],
        },
        new("play-print", _ => bytes => PlayPrint.FromBytes(bytes)) { Seeds = () => [new byte[PlayPrint.Bytes]], Allowed = [typeof(ArgumentException)], MostBytes = 4 << 10 },
        new("proposer-state", _ => bytes => SomeProposer().Restore(bytes)) { Seeds = ProposerStates, Allowed = [typeof(FormatException)] },
    ];

    private static string[] Cases =>
    [
        """{"outcome": 1}""",
        """{"call": "sight", "args": [[1, 2, 3], [4, 5, 6]], "blocks": [[[0, 1], [2, 3]]], "result": [true]}""",
        """{"metrics": {"goal_similarity": 0.5}, "config": {"width": 2, "height": 2, "depth": 2}, "goal": [[[0]]]}""",
    ];

    private static FuzzTarget Episode(string name, Action<byte[]> read) =>
        new(name, _ => read) { Seeds = SeedEpisodes.All, Seal = SeedEpisodes.Seal, Allowed = [typeof(EpisodeFormatException)] };

    private static Action<byte[]> OfFile(FuzzRoom room, Action<string> read) => bytes =>
    {
        File.WriteAllBytes(room.File("fuzzed.bae"), bytes);
        read(room.File("fuzzed.bae"));
    };

    private static void ReadAll(EpisodeReader reader)
    {
        while (reader.Read() != EpisodeEntry.None)
        {
        }
    }

    private static IEnumerable<byte[]> Recordings()
    {
        foreach (var episode in SeedEpisodes.All())
        {
            var lines = new MemoryStream();
            MbagEpisodeExporter.Export(new EpisodeReader(episode, "seed"), lines);
            yield return lines.ToArray();
        }
    }

    private static Proposer SomeProposer() => new(new ProposerOptions());

    private static IEnumerable<byte[]> ProposerStates()
    {
        var proposer = SomeProposer();
        yield return proposer.Capture();
        for (var number = 0; number < 3; number++)
        {
            proposer.Judge(proposer.Propose(), 0.5);
        }

        yield return proposer.Capture();
        yield return JsonSerializer.SerializeToUtf8Bytes(new { Proposed = 1 });
    }
}
