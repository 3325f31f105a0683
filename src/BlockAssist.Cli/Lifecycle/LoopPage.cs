using System.Globalization;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Play;
using BlockAssist.Net.Rounds;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Lifecycle;

/// <summary>A run of the loop on one page, for people: what was played, learnt, shared and recorded.</summary>
internal static class LoopPage
{
    /// <summary>The page.</summary>
    public static IRenderable Of(LoopReport report)
    {
        var parts = new List<IRenderable>();
        Add(parts, "Played", SessionTables.Of(new SessionsReport(report.Sessions)));
        Add(parts, "Learnt", [.. report.Lessons.Select(Sentence)]);
        Add(parts, "Shared", [.. report.Rounds.Select(Sentence)]);
        Add(parts, "Recorded", Recorded(report));
        if (report.Troubles.Count > 0)
        {
            Add(parts, "In the way", [.. report.Troubles]);
        }

        Add(parts, "Kept", [
            report.Film is { } film ? $"film of the last session: {film}" : "no film",
            $"all else: {report.Home}",
            Text($"it took {TimeSpan.FromSeconds(report.Seconds):m\\:ss}; beside play a core computed for {report.ProcessorSeconds:0} s, in {report.Memory >> 20} MiB at most"),
        ]);
        return new Rows(parts);
    }

    private static void Add(List<IRenderable> parts, string title, params string[] lines) => Add(parts, title, new Rows(lines.Length == 0 ? [new Text("  nothing")] : lines.Select(line => new Padder(new Text(line), new Padding(2, 0, 0, 0)))));

    private static void Add(List<IRenderable> parts, string title, IRenderable content) => parts.AddRange([new Text(""), new Text(title, new Style(decoration: Decoration.Bold)), content]);

    private static string Sentence(LessonReport lesson) => $"session {lesson.Session}: {(lesson.Learning is { } learning ? PersonalTables.Of(learning) : "nothing could be learnt")}";

    private static string Sentence(LoopRound round)
    {
        var own = round.Reason switch
        {
            null => "trained nothing",
            CreditReason.Verified or CreditReason.Trusted => Text($"own training was {Lower(round.Reason.Value)}, {round.Credit:0} credited"),
            var reason => $"own training was not credited ({reason})",
        };
        var clips = round.Clips == 0 ? "" : $", {round.Clips} clips offered";
        var merged = round.Gain is { } gain ? Text($"; merged, it foresees unseen play by {gain:0.000} nats {(gain >= 0 ? "better" : "worse")}") : "; nothing was merged";
        var tried = round.Better is { } better ? Text($", and builds {100 * better:+0.0;-0.0} % of the goal over {round.Pairs} pairs: {(round.IsPromoted ? "it plays from now on" : "the model stays")}") : "";
        return Text($"round {round.Number}: {own}{clips}{merged}{tried}");
    }

    private static string[] Recorded(LoopReport report) => report.Record is not { } record
        ? ["cannot be asked now"]
        : [
            Text($"{record.Landed} contributions on {record.Chain}, {record.Queued + record.Sent} on their way; chain {record.ChainId}, round {record.Round}"),
            $"as {record.Account ?? "nobody yet"}",
            "sessions of scripted players are not among them: nobody played",
        ];

    private static string Lower(CreditReason reason) => reason.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
