using System.CommandLine;
using BlockAssist.Cli.Pictures;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Pictures;
using BlockAssist.Simulation.Files;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary><c>blockassist blueprint show</c>: what is in a file, in numbers and as a picture.</summary>
internal static class BlueprintShowCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = BlueprintInput.File();
        var picture = new Option<string?>("--out") { Description = "Also draw it, into this PNG file.", HelpName = "FILE.png" };
        var verb = new Verb(
            "show",
            "What is in a blueprint file: its size, its blocks, what could not be mapped.",
            new Example("blockassist blueprint show tower.litematic", "in numbers"),
            new Example("blockassist blueprint show tower.litematic --out tower.png", "and as a picture")) { file, picture };
        verb.Runs((parsed, context, _) => Show(context, parsed.GetRequiredValue(file), parsed.GetValue(picture)));
        return verb;
    }

    private static ExitCode Show(CommandContext context, string path, string? picture)
    {
        var import = BlueprintInput.Read(path);
        if (picture is not null)
        {
            var drawn = IsometricPicture.Draw(import.Blueprint.Blocks, new IsometricOptions());
            AtomicFile.Write(picture, stream => PngPicture.Write(drawn, stream));
        }

        context.Output.Result(BlueprintReport.Of(path, import), BlueprintJson.Default.BlueprintReport, Table);
        return ExitCode.Done;
    }

    private static Table Table(BlueprintReport report)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        table.AddRow("name", Markup.Escape(report.Name));
        table.AddRow("format", report.Format);
        table.AddRow("size", string.Join('×', report.Size));
        table.AddRow("blocks", $"{report.Blocks}");
        foreach (var (block, count) in report.Palette.OrderByDescending(entry => entry.Value))
        {
            table.AddRow($"  {block}", $"{count}");
        }

        foreach (var (block, count) in report.Unmapped)
        {
            table.AddRow("unmapped", Markup.Escape($"{block} × {count}, filled in from the blocks around"));
        }

        return table;
    }
}
