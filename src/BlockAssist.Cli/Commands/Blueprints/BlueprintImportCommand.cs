using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary><c>blockassist blueprint import</c>: turns foreign files into goals that fit a site.</summary>
internal static class BlueprintImportCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = BlueprintInput.Files();
        var folder = new Option<string?>("--out") { Description = "The folder to write goals into; by default the node's own blueprints.", HelpName = "DIR" };
        var site = BlueprintInput.Size("--site", new GridSize(11, 10, 10), "The site they are to fit into.");
        var preset = new Option<string>("--preset")
        {
            Description = "How they are made to fit: 'fit' takes any, 'paper' is the paper's chain and rejects some.",
            DefaultValueFactory = _ => "fit",
        };
        preset.AcceptOnlyFromAmong([.. GoalPresets.Names]);
        var seed = Ranged.Seed("The seed of what is left to chance.");
        var verb = new Verb(
            "import",
            "Turns blueprint files into goals that fit a site, and says which blocks had no counterpart.",
            new Example("blockassist blueprint import houses/ --out goals", "everything in a folder"),
            new Example("blockassist blueprint import castle.schem --site 32x32x32", "one file, into the node's blueprints")) { files, folder, site, preset, seed };
        verb.Runs((parsed, context, cancellation) => Import(
            context,
            BlueprintInput.Expand(parsed.GetRequiredValue(files)),
            new Order(
                parsed.GetValue(folder) ?? context.Home.Blueprints,
                parsed.GetValue(site), GoalPresets.Find(parsed.GetRequiredValue(preset))!, parsed.GetValue(seed)),
            cancellation));
        return verb;
    }

    private static ExitCode Import(CommandContext context, IReadOnlyList<string> paths, Order order, CancellationToken cancellation)
    {
        var sum = new Sum();
        context.WithProgress("importing", paths.Count, meter =>
        {
            foreach (var path in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                ImportOne(path, order, sum);
                meter.Advance();
            }

            return sum.Written.Count;
        });
        var report = new ImportReport(paths.Count, sum.Written.Count, sum.Written, sum.Rejected, sum.Broken, sum.Unmapped);
        context.Output.Result(report, BlueprintJson.Default.ImportReport, Sentence);
        return sum.Written.Count == 0 && sum.Broken.Count == 0
            ? throw new ForeseenException("Every file was rejected", "--preset fit takes any.")
            : Batch.End(context, [.. sum.Broken.Values], paths.Count);
    }

    private static void ImportOne(string path, Order order, Sum sum)
    {
        BlueprintImport import;
        try
        {
            import = BlueprintInput.Read(path);
        }
        catch (ForeseenException error)
        {
            sum.Broken[path] = error.Message;
            return;
        }

        foreach (var block in import.Unmapped)
        {
            sum.Unmapped[block.Name] = sum.Unmapped.GetValueOrDefault(block.Name) + block.Count;
        }

        var room = GoalPlacement.RoomFor(order.Site, infiniteBlocks: true);
        var outcome = order.Pipeline.Apply(import.Blueprint.Blocks, room, new SeededRandom(order.Seed));
        if (outcome.Goal is null)
        {
            sum.Rejected[path] = outcome.RejectedBy!;
            return;
        }

        var target = sum.Name(order.Folder, Path.GetFileNameWithoutExtension(path));
        var bytes = BlueprintFiles.Export(import.Blueprint with { Blocks = outcome.Goal }, BlueprintFormat.Goal);
        AtomicFile.Write(target, stream => stream.Write(bytes));
        sum.Written.Add(target);
    }

    private static string Sentence(ImportReport report)
    {
        var lines = new List<string> { $"Imported {report.Imported} of {report.Files} files." };
        lines.AddRange(report.Rejected.Select(entry => $"rejected by {entry.Value}: {entry.Key}"));
        lines.AddRange(report.Unmapped.OrderByDescending(entry => entry.Value).Select(entry => $"unmapped: {entry.Key} × {entry.Value}"));
        return string.Join('\n', lines);
    }

    private sealed record Order(string Folder, GridSize Site, GoalPipeline Pipeline, ulong Seed);

    /// <summary>What was done so far.</summary>
    private sealed class Sum
    {
        public List<string> Written { get; } = [];

        public Dictionary<string, string> Rejected { get; } = [];

        public Dictionary<string, string> Broken { get; } = [];

        public Dictionary<string, int> Unmapped { get; } = [];

        /// <summary>A file name that none of these imports has taken yet.</summary>
        public string Name(string folder, string name)
        {
            var path = Path.Combine(folder, name + ".json");
            for (var number = 2; Written.Contains(path); number++)
            {
                path = Path.Combine(folder, $"{name}-{number}.json");
            }

            return path;
        }
    }
}
