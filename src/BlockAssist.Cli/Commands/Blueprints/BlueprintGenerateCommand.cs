using System.CommandLine;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary><c>blockassist blueprint generate</c>: makes up houses.</summary>
internal static class BlueprintGenerateCommand
{
    private const int Most = 1_000_000;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var count = Ranged.Option("--count", "How many.", 1, (1, Most));
        var seed = Ranged.Seed("The seed of the first; the others follow.");
        var kind = MadeUpGoals.Kind();
        var site = BlueprintInput.Size("--site", new GridSize(11, 10, 10), "The site they are to fit into.");
        var format = new Option<string>("--format") { Description = "The format's id; see 'blueprint list --formats'.", DefaultValueFactory = _ => "json" };
        var folder = new Option<string>("--out") { Description = "The folder to write into.", HelpName = "DIR", Required = true };
        var verb = new Verb(
            "generate",
            "Makes up houses: the same seed gives the same house, for ever.",
            new Example("blockassist blueprint generate --count 24 --out houses", "24 houses as goals"),
            new Example("blockassist blueprint generate --seed 7 --format schem --out houses", "one, as a file for Minecraft"),
            new Example("blockassist blueprint generate --kind varied --count 24 --out goals", "what an assistant learns from")) { count, seed, kind, site, format, folder };
        verb.Runs((parsed, context, cancellation) => Generate(
            context,
            new Order(parsed.GetValue(count), parsed.GetValue(seed), parsed.GetRequiredValue(kind), parsed.GetValue(site), parsed.GetRequiredValue(format), parsed.GetRequiredValue(folder)),
            cancellation));
        return verb;
    }

    private static ExitCode Generate(CommandContext context, Order order, CancellationToken cancellation)
    {
        var format = BlueprintFiles.Find(order.Format)
            ?? throw new ForeseenException($"There is no format '{order.Format}'", "'blockassist blueprint list --formats' names them.");
        var room = GoalShelf.RoomForHouse(order.Site, infiniteBlocks: true);
        var written = context.WithProgress("making houses", order.Count, meter =>
        {
            var paths = new List<string>();
            for (var i = 0; i < order.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (name, blocks) = MadeUpGoals.Make(order.Kind, room, order.Seed + (ulong)i);
                var bytes = BlueprintFiles.Export(new Blueprint(name, blocks), format);
                paths.Add(Path.Combine(order.Folder, name + format.Extension));
                AtomicFile.Write(paths[^1], stream => stream.Write(bytes));
                meter.Advance();
            }

            return paths;
        });
        context.Output.Result(
            new WrittenReport(written), BlueprintJson.Default.WrittenReport, report => $"Wrote {report.Written.Count} of {order.Count} houses to {order.Folder}.");
        return ExitCode.Done;
    }

    private sealed record Order(int Count, ulong Seed, string Kind, GridSize Site, string Format, string Folder);
}
