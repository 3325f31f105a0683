using System.Globalization;
using BlockAssist.Cli.Running;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary><c>blockassist demos list</c>: what was recorded.</summary>
internal static class DemosListCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = DemoInput.Files();
        var verb = new Verb(
            "list",
            "The recorded episodes of a folder: who built what, how long, how far.",
            new Example("blockassist demos list", "those of this node"),
            new Example("blockassist demos list episodes/ --json", "those of a folder, for a program")) { files };
        verb.Runs((parsed, context, cancellation) => List(context, DemoInput.Expand(parsed.GetValue(files), context.Home), cancellation));
        return verb;
    }

    private static ExitCode List(CommandContext context, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var (found, broken) = (new List<DemoReport>(), new List<string>());
        context.WithProgress("reading", paths.Count, meter =>
        {
            foreach (var path in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                Read(path, found, broken);
                meter.Advance();
            }

            return found.Count;
        });
        context.Output.Result(new DemoList(found, broken), DemoJson.Default.DemoList, Table);
        return Batch.End(context, broken, paths.Count);
    }

    private static void Read(string path, List<DemoReport> found, List<string> broken)
    {
        try
        {
            found.Add(DemoReport.Of(path));
        }
        catch (ForeseenException error)
        {
            broken.Add(error.Message);
        }
    }

    private static Table Table(DemoList list)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("episode", "goal", "builders", "steps", "time", "built", "end");
        foreach (var demo in list.Demos)
        {
            table.AddRow(
                Markup.Escape(Path.GetFileNameWithoutExtension(demo.File)),
                Markup.Escape(demo.Goal),
                Markup.Escape(string.Join(", ", demo.Builders)),
                $"{demo.Steps}",
                TimeSpan.FromSeconds(demo.Seconds).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
                demo.GoalShare.ToString("P1", CultureInfo.InvariantCulture),
                demo.Damage is not null ? "damaged" : demo.End ?? "cut off");
        }

        return table;
    }
}
