using System.Text.Json.Serialization;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary>One recorded episode.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Goal">What was to be built.</param>
/// <param name="Size">The size of the site.</param>
/// <param name="Builders">Who built.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Seconds">How long it lasted.</param>
/// <param name="End">Why it ended; null if it was cut off.</param>
/// <param name="GoalShare">How far the goal was reached, 0 to 1.</param>
/// <param name="Rows">Actions that were chosen, by builder and kind.</param>
/// <param name="Poses">How many poses it has.</param>
/// <param name="Corrections">How often the site was changed from outside.</param>
/// <param name="Feedback">What builders made of each other's help, by kind.</param>
/// <param name="Properties">What else is known.</param>
/// <param name="Damage">What is wrong with the file; null if nothing is.</param>
internal sealed record DemoReport(
    string File, string Goal, int[] Size, IReadOnlyList<string> Builders, int Steps, double Seconds, string? End, double GoalShare,
    IReadOnlyList<IReadOnlyDictionary<string, int>> Rows, int Poses, int Corrections,
    IReadOnlyDictionary<string, int> Feedback, IReadOnlyDictionary<string, string> Properties, string? Damage)
{
    /// <summary>Plays an episode again to describe it.</summary>
    public static DemoReport Of(string path)
    {
        var reader = DemoInput.Open(path);
        var header = reader.Header;
        var replay = new Replay(reader);
        var counter = new RowCounter(replay.Site.BuilderCount);
        replay.Run(counter);
        var (poses, corrections, feedback) = CountOthers(path);
        return new DemoReport(
            path,
            header.GoalName,
            Blueprints.BlueprintReport.Edges(header.Options.Size),
            [.. header.Builders.Select(builder => $"{builder.Name} ({builder.Role.ToString().ToLowerInvariant()})")],
            replay.Steps,
            (reader.End?.Time ?? replay.Time) / 1000.0,
            reader.End?.Reason.ToString().ToLowerInvariant(),
            replay.Site.GoalPercentageOf(0),
            counter.Rows,
            poses,
            corrections,
            feedback,
            header.Properties,
            reader.Damages is [var damage, ..] ? damage.Message : null);
    }

    private static (int Poses, int Corrections, Dictionary<string, int> Feedback) CountOthers(string path)
    {
        var reader = DemoInput.Open(path);
        var (poses, corrections, feedback) = (0, 0, new Dictionary<string, int>());
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            poses += entry == EpisodeEntry.Pose ? 1 : 0;
            corrections += entry == EpisodeEntry.Correction ? 1 : 0;
            if (entry == EpisodeEntry.Feedback)
            {
                Count(feedback, reader.Feedback.Kind.ToString());
            }
        }

        return (poses, corrections, feedback);
    }

    private static void Count(Dictionary<string, int> counts, string kind)
    {
        kind = char.ToLowerInvariant(kind[0]) + kind[1..];
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
    }

    /// <summary>Counts the actions that were chosen.</summary>
    private sealed class RowCounter(int builders) : IReplayVisitor
    {
        private readonly Dictionary<string, int>[] _rows = [.. Enumerable.Range(0, builders).Select(_ => new Dictionary<string, int>())];

        public IReadOnlyList<IReadOnlyDictionary<string, int>> Rows => _rows;

        public void Before(BuildSite site, in ReplayStep moment)
        {
            for (var builder = 0; builder < _rows.Length; builder++)
            {
                var name = moment.Origins[builder] switch
                {
                    ActionOrigin.Absent => null,
                    ActionOrigin.Padding => "padding",
                    _ => moment.Actions[builder].Type.ToString(),
                };
                if (name is not null)
                {
                    Count(_rows[builder], name);
                }
            }
        }

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
        }
    }
}

/// <summary>Recorded episodes.</summary>
internal sealed record DemoList(IReadOnlyList<DemoReport> Demos, IReadOnlyList<string> Broken);

/// <summary>What came of replaying episodes.</summary>
/// <param name="Episodes">How many there were.</param>
/// <param name="Exact">How many are whole and came out as recorded.</param>
/// <param name="CutOff">How many have no end, and came out as recorded as far as they go.</param>
/// <param name="Steps">How many steps were played.</param>
/// <param name="Mismatches">How many comparisons failed.</param>
/// <param name="TimesRealTime">How many times as fast as they were played.</param>
/// <param name="Reasons">Why those that are not exact are not.</param>
internal sealed record VerificationReport(int Episodes, int Exact, int CutOff, long Steps, int Mismatches, double TimesRealTime, IReadOnlyList<string> Reasons);

/// <summary>What came of importing recorded play.</summary>
internal sealed record DemoImportReport(
    int Files, int Imported, IReadOnlyList<ImportedDemo> Demos, IReadOnlyList<string> Broken);

/// <summary>One imported recording.</summary>
internal sealed record ImportedDemo(
    string File, string Name, long Bytes, int Steps, int Rows, int PaddingRows, int Poses, int Syncs, int SyncCells, int Repairs,
    int SimilarityMismatches, int RewardMismatches, int CorrectnessMismatches, int PlaceMismatches, bool EndsAsRecorded);

/// <summary>How the results of the demos verbs look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoReport))]
[JsonSerializable(typeof(DemoList))]
[JsonSerializable(typeof(VerificationReport))]
[JsonSerializable(typeof(DemoImportReport))]
internal sealed partial class DemoJson : JsonSerializerContext;
