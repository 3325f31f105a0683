using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Blueprints;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary><c>blockassist blueprint list</c>: the blueprints of a folder, or the formats.</summary>
internal static class BlueprintListCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Blueprint files or folders; by default the node's own blueprints.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var formats = new Option<bool>("--formats") { Description = "List the formats that can be read and written instead." };
        var verb = new Verb(
            "list",
            "The blueprints of a folder: sizes, blocks, what could not be mapped.",
            new Example("blockassist blueprint list houses/", "all blueprints of a folder"),
            new Example("blockassist blueprint list --formats", "which formats there are")) { files, formats };
        verb.Runs((parsed, context, cancellation) => parsed.GetValue(formats)
            ? ListFormats(context)
            : List(context, parsed.GetValue(files) ?? [], cancellation));
        return verb;
    }

    private static ExitCode ListFormats(CommandContext context)
    {
        FormatReport[] formats = [.. BlueprintFiles.Formats.Select(format => new FormatReport(format.Id, format.Extension, format.Title))];
        context.Output.Result(new FormatList(formats), BlueprintJson.Default.FormatList, list =>
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("id", "ending", "format");
            foreach (var format in list.Formats)
            {
                table.AddRow(Markup.Escape(format.Id), Markup.Escape(format.Extension), Markup.Escape(format.Title));
            }

            return table;
        });
        return ExitCode.Done;
    }

    private static ExitCode List(CommandContext context, string[] files, CancellationToken cancellation)
    {
        var own = context.Home.Blueprints;
        var paths = files.Length > 0 ? BlueprintInput.Expand(files) : FileTree.Expand(Directory.Exists(own) ? [own] : [], [BlueprintFormat.Goal.Extension]);
        var (found, broken) = (new List<BlueprintReport>(), new List<string>());
        context.WithProgress("reading", paths.Count, meter =>
        {
            foreach (var path in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                Read(path, found, broken);
                meter.Advance();
            }

            return paths.Count;
        });
        context.Output.Result(new BlueprintList(found, broken), BlueprintJson.Default.BlueprintList, Table);
        return Batch.End(context, broken, paths.Count);
    }

    private static void Read(string path, List<BlueprintReport> found, List<string> broken)
    {
        try
        {
            found.Add(BlueprintReport.Of(path, BlueprintInput.Read(path)));
        }
        catch (ForeseenException error)
        {
            broken.Add(error.Message);
        }
    }

    private static Table Table(BlueprintList list)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("name", "format", "size", "blocks", "unmapped");
        foreach (var blueprint in list.Blueprints)
        {
            table.AddRow(
                Markup.Escape(blueprint.Name),
                blueprint.Format,
                string.Join('×', blueprint.Size),
                $"{blueprint.Blocks}",
                blueprint.Unmapped.Count == 0 ? "" : $"{blueprint.Unmapped.Values.Sum()} of {blueprint.Unmapped.Count} kinds");
        }

        return table;
    }
}
