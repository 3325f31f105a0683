using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Import;
using BlockAssist.Simulation.Files;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary><c>blockassist demos import</c>: recorded human play becomes episodes.</summary>
internal static class DemosImportCommand
{
    private static readonly string[] Endings = [".jsonl", ".jsonl.gz"];

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Recordings in the neutral form \"mbag-human-episode/1\", JSON lines, plain or gzipped; or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string?>("--out") { Description = "The folder to write into; by default the node's own episodes.", HelpName = "DIR" };
        var verb = new Verb(
            "import",
            "Turns recorded human play into episodes, checking row by row that our rules reproduce it.",
            new Example("blockassist demos import recordings/ --out episodes", "everything in a folder")) { files, folder };
        verb.Runs((parsed, context, cancellation) => Import(
            context,
            FileTree.Expand(parsed.GetRequiredValue(files), Endings),
            parsed.GetValue(folder) ?? context.Home.Episodes,
            cancellation));
        return verb;
    }

    private static ExitCode Import(CommandContext context, IReadOnlyList<string> paths, string folder, CancellationToken cancellation)
    {
        if (paths.Count == 0)
        {
            throw new ForeseenException("There is no recording there", "Recordings end in .jsonl or .jsonl.gz.");
        }

        var (imported, broken) = (new List<ImportedDemo>(), new List<string>());
        Directory.CreateDirectory(folder);
        context.WithProgress("importing", paths.Count, meter =>
        {
            foreach (var path in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                ImportOne(path, folder, imported, broken);
                meter.Advance();
            }

            return imported.Count;
        });
        context.Output.Result(new DemoImportReport(paths.Count, imported.Count, imported, broken), DemoJson.Default.DemoImportReport, Table);
        return Batch.End(context, broken, paths.Count);
    }

    private static void ImportOne(string path, string folder, List<ImportedDemo> imported, List<string> broken)
    {
        var name = Endings.Aggregate(Path.GetFileName(path), (name, ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name);
        try
        {
            var episode = new MemoryStream();
            var report = MbagEpisodeImporter.Convert(path, episode);
            if (!report.EndsAsRecorded)
            {
                broken.Add($"{path}: its rows do not lead to its end, expected the blocks, places and goal similarity of its last line");
                return;
            }

            var target = Save(episode.ToArray(), folder, name);
            imported.Add(new ImportedDemo(
                target, report.Name, new FileInfo(target).Length, report.Steps, report.Rows, report.PaddingRows, report.Poses, report.Syncs, report.SyncCells,
                report.Repairs, report.SimilarityMismatches, report.RewardMismatches, report.CorrectnessMismatches, report.PlaceMismatches, report.EndsAsRecorded));
        }
        catch (EpisodeFormatException error)
        {
            broken.Add(error.Message);
        }
    }

    // What was imported before is the same to the byte and stays; another recording of that name gets a number.
    private static string Save(byte[] episode, string folder, string name)
    {
        var target = Path.Combine(folder, name + EpisodeFormat.FileEnding);
        for (var number = 2; File.Exists(target); number++)
        {
            if (File.ReadAllBytes(target).AsSpan().SequenceEqual(episode))
            {
                return target;
            }

            target = Path.Combine(folder, $"{name}-{number}{EpisodeFormat.FileEnding}");
        }

        AtomicFile.Write(target, stream => stream.Write(episode));
        return target;
    }

    private static Table Table(DemoImportReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(
            "episode", "KiB", "steps", "rows", "padding", "poses", "syncs", "repairs", "other score", "other reward", "end as recorded");
        foreach (var demo in report.Demos)
        {
            table.AddRow(
                Markup.Escape(Path.GetFileNameWithoutExtension(demo.File)), $"{(demo.Bytes + 1023) / 1024}", $"{demo.Steps}", $"{demo.Rows}", $"{demo.PaddingRows}", $"{demo.Poses}",
                $"{demo.Syncs}", $"{demo.Repairs}", $"{demo.SimilarityMismatches}", $"{demo.RewardMismatches}", demo.EndsAsRecorded ? "yes" : "no");
        }

        return table;
    }
}
