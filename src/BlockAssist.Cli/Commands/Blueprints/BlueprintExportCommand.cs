using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary><c>blockassist blueprint export</c>: converts a blueprint into another format.</summary>
internal static class BlueprintExportCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = BlueprintInput.File();
        var target = new Option<string>("--out") { Description = "The file to write; its ending says the format.", HelpName = "FILE", Required = true };
        var format = new Option<string?>("--format") { Description = "The format's id, where the ending is not enough (schem3)." };
        var verb = new Verb(
            "export",
            "Converts a blueprint into the format of another program.",
            new Example("blockassist blueprint export house.schematic --out house.litematic", "for Litematica"),
            new Example("blockassist blueprint export house.json --out house.schem --format schem3", "for a new WorldEdit")) { file, target, format };
        verb.Runs((parsed, context, _) => Export(context, parsed.GetRequiredValue(file), parsed.GetRequiredValue(target), parsed.GetValue(format)));
        return verb;
    }

    private static ExitCode Export(CommandContext context, string path, string target, string? formatId)
    {
        var format = BlueprintFiles.Find(formatId ?? Path.GetFileName(target))
            ?? throw new ForeseenException(
                $"No format goes by '{formatId ?? Path.GetExtension(target)}'", "'blockassist blueprint list --formats' names them.");
        var import = BlueprintInput.Read(path);
        var bytes = BlueprintFiles.Export(import.Blueprint, format);
        AtomicFile.Write(target, stream => stream.Write(bytes));
        foreach (var block in import.Unmapped)
        {
            context.Log.Warning("{Block} is not in the block table; {Count} cells were filled in from the blocks around", block.Name, block.Count);
        }

        context.Output.Result(new WrittenReport([target]), BlueprintJson.Default.WrittenReport, _ => $"Wrote {target} ({format.Title}).");
        return ExitCode.Done;
    }
}
