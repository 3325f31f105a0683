using System.Globalization;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Personal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Personal;

/// <summary>What learning from players brought, for people.</summary>
internal static class PersonalTables
{
    private const int ShownDigits = 12;

    /// <summary>The learning curve: a row for each number of sessions.</summary>
    public static IRenderable Of(PersonalCurve curve)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(
            "sessions learnt", "people", "their later sessions, nats better", "help, points more", "other people, nats better", "practice, nats better", "reward more, a restart", "… edits that last", "… that do not", "would come to play");
        foreach (var step in curve.Steps)
        {
            table.AddRow(
                Text($"{step.Learnt}"),
                Text($"{step.Players}"),
                Interval(step.Later, 1),
                Interval(step.Help, 100),
                Interval(step.Others, 1),
                Interval(step.Practice, 1),
                step.Reward is null ? "–" : Interval(step.Reward, 1),
                step.Lasting is null ? "–" : Interval(step.Lasting, 1),
                step.Lost is null ? "–" : Interval(step.Lost, 1),
                Text($"{step.Passed} of {step.Players}"));
        }

        return new Rows(table, new Text("Each beside the model for all, by moments of sessions that it did not learn from; in brackets where 95 % of such means lie"));
    }

    /// <summary>What was learnt, in sentences.</summary>
    public static string Of(PersonalReport report)
    {
        var learnt = report.Learnt is { } model ? Text($"Learnt from {report.Sessions} sessions: {model[..ShownDigits]}, to be tried on the next.") : Text($"There is nothing new in {report.Sessions} sessions.");
        return report.Trial is { } trial ? Text($"{Sentence(report.Tried!, trial)} {learnt}") : learnt;
    }

    private static string Sentence(string model, PersonalTrial trial)
    {
        var outcome = trial.IsPassed ? "and plays from now on (blockassist model rollback --kind assistant takes that back)" : "and does not come to play";
        var fates = trial.Fates is { } kept ? Text($", by {kept.Mean:0.00} ({kept.Low:0.00} to {kept.High:0.00}) nats an edit at what is kept") : "";
        return Text($"{model[..ShownDigits]} is better by {Interval(trial.Sessions, 1)} nats a moment on newer sessions{fates}, by {Interval(trial.Practice, 1)} on practice, {outcome}.");
    }

    private static string Interval(Estimate estimate, double unit) => Text($"{unit * estimate.Mean:0.0} ({unit * estimate.Low:0.0} to {unit * estimate.High:0.0})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
