using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Doctor;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench world</c>: the simulation.</summary>
internal static class BenchWorldCommand
{
    private const int MadeUp = 16;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var goals = new Option<string?>("--goals")
        {
            Description = "A folder of blueprints to play on; by default the houses of the recorded human play, or made-up ones where they are absent.",
            HelpName = "DIR",
        };
        var seconds = Ranged.Option("--seconds", "How long to measure each figure.", 1.0, (0.01, 60.0));
        var verb = new Verb(
            "world",
            "Steps a second of valid random play on one core: alone, with masks, with observations; and the gain of all cores.",
            new Example("blockassist bench world", "a table"),
            new Example("blockassist bench world --seconds 0.2 --json", "quick, for a program")) { goals, seconds };
        verb.Runs((parsed, context, cancellation) => Run(context, parsed.GetValue(goals), parsed.GetValue(seconds), cancellation));
        return verb;
    }

    private static ExitCode Run(CommandContext context, string? folder, double seconds, CancellationToken cancellation)
    {
        var (source, structures) = Structures(folder ?? RecordedGoals(context));
        var clock = context.Surroundings.Clock;
        var bench = new WorldBench(new Stopwatches(clock, seconds), clock, structures);
        var figures = context.WithProgress("measuring", WorldBench.FigureCount, meter => bench.Run(source, () => meter.Advance(), cancellation));
        context.Output.Result(figures, BenchJson.Default.WorldFigures, Table);
        return ExitCode.Done;
    }

    private static string? RecordedGoals(CommandContext context) =>
        CompanionChecks.RecordedPlayFolder(context.Surroundings.Variable) is { } recorded && Directory.Exists(Path.Combine(recorded, "mbag", "goals"))
            ? Path.Combine(recorded, "mbag", "goals")
            : null;

    private static (string Source, List<BlockGrid> Structures) Structures(string? folder)
    {
        if (folder is null)
        {
            var room = GoalPlacement.RoomFor(new GridSize(11, 10, 10), infiniteBlocks: true);
            return ("made-up houses", [.. Enumerable.Range(1, MadeUp).Select(seed => HouseGenerator.Generate(room, (ulong)seed))]);
        }

        return (folder, [.. BlueprintInput.Expand([folder]).Where(IsHouse).Select(file => BlueprintInput.Read(file).Blueprint.Blocks)]);
    }

    // The tutorial's goals are 6×6×6 and the raw structures are not goals; the study's houses are whole sites.
    private static bool IsHouse(string path) =>
        !Path.GetFileName(path).Contains("tutorial", StringComparison.Ordinal) && !Path.GetFileName(path).Contains("structure", StringComparison.Ordinal);

    private static Rows Table(WorldFigures figures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(
            "site", "builders", "steps/s", "with masks", "with sight", "with observations", "plain", "times plain", "bytes/step");
        foreach (var figure in figures.Figures)
        {
            table.AddRow(
                string.Join('×', figure.Size), $"{figure.Builders}", Number(figure.StepsPerSecond), Number(figure.WithMask), Number(figure.WithSight),
                Number(figure.WithObservations), Number(figure.Plain), figure.TimesPlain.ToString("F1", CultureInfo.InvariantCulture),
                figure.BytesPerStep.ToString("F2", CultureInfo.InvariantCulture));
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"goals: {figures.GoalCount} of {figures.Goals}; {figures.Cores} cores together: {figures.ParallelSpeedup:F2} times as fast as one");
        return new Rows(table, new Text(summary));
    }

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
