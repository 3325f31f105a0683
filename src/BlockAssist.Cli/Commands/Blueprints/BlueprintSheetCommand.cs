using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Pictures;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Pictures;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary><c>blockassist blueprint sheet</c>: many blueprints in one picture.</summary>
internal static class BlueprintSheetCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = new Argument<string[]>("files") { Description = "Blueprint files or folders; none: made-up houses.", Arity = ArgumentArity.ZeroOrMore };
        var count = Ranged.Option("--count", "How many made-up houses.", 24, (1, 400));
        var seed = Ranged.Seed("The seed of the first made-up house.");
        var kind = MadeUpGoals.Kind();
        var columns = Ranged.Option("--columns", "How many in a row.", 6, (1, 40));
        var scale = Ranged.Option("--scale", "Half the width of a block, in pixels.", 10, (IsometricPicture.MinScale, 40));
        var site = BlueprintInput.Size("--site", new GridSize(11, 10, 10), "The site of made-up houses.");
        var target = new Option<string>("--out") { Description = "The picture to write.", HelpName = "FILE.png", Required = true };
        var verb = new Verb(
            "sheet",
            "Draws many blueprints into one picture.",
            new Example("blockassist blueprint sheet --out houses.png", "24 made-up houses"),
            new Example("blockassist blueprint sheet houses/ --columns 4 --out houses.png", "the files of a folder")) { files, count, seed, kind, columns, scale, site, target };
        verb.Runs((parsed, context, _) =>
        {
            var entries = parsed.GetValue(files) is { Length: > 0 } paths
                ? Read(BlueprintInput.Expand(paths))
                : MakeUp(parsed.GetRequiredValue(kind), parsed.GetValue(count), parsed.GetValue(seed), GoalShelf.RoomForHouse(parsed.GetValue(site), infiniteBlocks: true));
            var sheet = ContactSheet.Draw(entries, parsed.GetValue(columns), new IsometricOptions { Scale = parsed.GetValue(scale) });
            AtomicFile.Write(parsed.GetRequiredValue(target), stream => PngPicture.Write(sheet, stream));
            context.Output.Result(
                new WrittenReport([parsed.GetRequiredValue(target)]), BlueprintJson.Default.WrittenReport, report => $"Drew {entries.Count} into {report.Written[0]}.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static List<(string Label, BlockGrid Blocks)> Read(IReadOnlyList<string> paths) =>
        [.. paths.Select(BlueprintInput.Read).Select(import => (import.Blueprint.Name, import.Blueprint.Blocks))];

    private static List<(string Label, BlockGrid Blocks)> MakeUp(string kind, int count, ulong seed, GridSize room) =>
        [.. Enumerable.Range(0, count).Select(i => (Label(seed + (ulong)i), MadeUpGoals.Make(kind, room, seed + (ulong)i).Blocks))];

    private static string Label(ulong seed) => seed.ToString(CultureInfo.InvariantCulture);
}
