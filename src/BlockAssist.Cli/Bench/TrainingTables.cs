using System.Globalization;
using BlockAssist.Learner.Training.Bench;
using Spectre.Console;

namespace BlockAssist.Cli.Bench;

/// <summary>What <c>bench train</c> and <c>bench update</c> found, for people.</summary>
internal static class TrainingTables
{
    /// <summary>Training as a table, and in a line what was run.</summary>
    public static Rows Of(TrainingFigures figures)
    {
        var table = Empty().AddColumns("training", "weights", "turns a step", "ms a step", "turns/s", "times upstream");
        table.AddRow(
            "ours", Text(figures.Weights, "N0"), $"{figures.TurnsPerStep}", Text(figures.StepMilliseconds), Text(figures.TurnsPerSecond), Text(figures.Ratio));
        table.AddRow(
            "ours, data made on the same thread", "", $"{figures.TurnsPerStep}", Text(figures.StepMilliseconds + figures.MinibatchMilliseconds),
            Text(figures.TurnsPerSecondWithData), Text(figures.RatioWithData));
        table.AddRow(
            "upstream's network", Text(figures.UpstreamWeights, "N0"), $"{figures.UpstreamTurnsPerStep}", Text(figures.UpstreamStepMilliseconds),
            Text(figures.UpstreamTurnsPerSecond), "");
        var summary = string.Create(
            CultureInfo.InvariantCulture, $"{figures.Threads} threads; {figures.MinibatchesPerSecond:F1} minibatches/s are made ready on one; medians");
        return new Rows(table, new Text(summary));
    }

    /// <summary>Formats of updates as a table, and in a line what was written.</summary>
    public static Rows Of(UpdateFigures figures)
    {
        var table = Empty().AddColumns("format", "bytes", "times smaller", "write ms", "read ms", "error", "of the sum", "with feedback");
        foreach (var format in figures.Formats)
        {
            table.AddRow(
                Markup.Escape(format.Format), Text(format.Bytes, "N0"), Text(format.Ratio), Text(format.EncodeMilliseconds, "F2"),
                Text(format.DecodeMilliseconds, "F2"), Text(format.Error, "G2"), Text(format.ErrorOfSum, "G2"), Text(format.ErrorOfSumWithFeedback, "G2"));
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture, $"{figures.Rounds} updates of {figures.Weights:N0} weights, {figures.StepsPerRound} steps each; errors as shares of what was sent");
        return new Rows(table, new Text(summary));
    }

    private static Table Empty() => new Table().Border(TableBorder.Simple);

    private static string Text(double number, string form = "F1") => number.ToString(form, CultureInfo.InvariantCulture);
}
