using System.CommandLine;
using System.IO.Compression;
using System.Text.Json.Serialization;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Episodes.Export;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary><c>blockassist demos export</c>: an episode as JSON lines for other programs.</summary>
internal static class DemosExportCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = new Argument<string>("file") { Description = "An episode file." };
        var target = new Option<string>("--out") { Description = "The file to write; gzipped if it ends in .gz.", HelpName = "FILE.jsonl", Required = true };
        var verb = new Verb(
            "export",
            "Writes an episode as JSON lines in the neutral form \"mbag-human-episode/1\", for other programs.",
            new Example("blockassist demos export house.bae --out house.jsonl.gz", "one episode, gzipped")) { file, target };
        verb.Runs((parsed, context, _) => Export(context, parsed.GetRequiredValue(file), parsed.GetRequiredValue(target)));
        return verb;
    }

    private static ExitCode Export(CommandContext context, string file, string target)
    {
        var reader = DemoInput.Open(file);
        var rows = 0;
        AtomicFile.Write(target, stream => rows = Write(stream, target, reader));
        if (reader.Damages is [var damage, ..])
        {
            context.Log.Warning("Only the readable part was exported: {Damage}", damage.Message);
        }

        context.Output.Result(
            new DemoExportReport(target, reader.Steps, rows), DemoExportJson.Default.DemoExportReport, report => $"Wrote {report.Rows} rows of {report.Steps} steps to {report.File}.");
        return ExitCode.Done;
    }

    private static int Write(Stream stream, string target, Simulation.Episodes.EpisodeReader reader)
    {
        if (!target.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return MbagEpisodeExporter.Export(reader, stream);
        }

        using var zipped = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        return MbagEpisodeExporter.Export(reader, zipped);
    }
}

/// <summary>What was exported.</summary>
internal sealed record DemoExportReport(string File, int Steps, int Rows);

/// <summary>How that looks as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoExportReport))]
internal sealed partial class DemoExportJson : JsonSerializerContext;
