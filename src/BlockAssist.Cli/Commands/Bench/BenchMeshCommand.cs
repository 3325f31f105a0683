using System.Globalization;
using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench mesh</c>: how fast what is drawn of the land is made.</summary>
internal static class BenchMeshCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var rounds = Ranged.Option("--rounds", "How often each land is meshed; the fastest counts.", 30, (1, 10_000));
        var verb = new Verb(
            "mesh",
            "How long the meshes of 16³ cells take, from near and as first seen, on one core; against a plain mesher in the same run.",
            new Example("blockassist bench mesh", "a table"),
            new Example("blockassist bench mesh --rounds 5 --json", "quick, for a program")) { rounds };
        verb.Runs((parsed, context, cancellation) => Run(context, parsed.GetValue(rounds), cancellation));
        return verb;
    }

    private static ExitCode Run(CommandContext context, int rounds, CancellationToken cancellation)
    {
        MeshLand[] lands = [.. MeshLand.All()];
        var figures = context.WithProgress("measuring", lands.Length, meter =>
        {
            var bench = new MeshBench(context.Surroundings.Clock, rounds);
            var measured = new List<MeshFigure>();
            foreach (var land in lands)
            {
                cancellation.ThrowIfCancellationRequested();
                measured.Add(bench.Measure(land));
                meter.Advance();
            }

            return new MeshFigures(measured);
        });
        context.Output.Result(figures, ClientJson.Default.MeshFigures, TableOf);
        return ExitCode.Done;
    }

    private static Table TableOf(MeshFigures figures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("land", "sections", "faces", "unmerged", "µs p50", "µs p99", "all, ms", "plain, ms", "bare, ms", "bare faces", "first seen, ms");
        foreach (var figure in figures.Figures)
        {
            table.AddRow(
                figure.Land, $"{figure.Sections}", $"{figure.Faces}", $"{figure.PlainFaces}", Number(figure.Microseconds.P50), Number(figure.Microseconds.P99),
                Number(figure.WholeMilliseconds), Number(figure.PlainWholeMilliseconds),
                Times(figure.Bare), $"{figure.Bare.Faces}", Times(figure.First));
        }

        return table;
    }

    private static string Times(DistantFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.WholeMilliseconds:F3} = {figure.TimesPlain:F3} plain");

    private static string Number(double number) => number.ToString("F1", CultureInfo.InvariantCulture);
}
