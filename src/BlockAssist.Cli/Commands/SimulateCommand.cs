using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using Spectre.Console;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist simulate</c>: builders without a window, many sites at once.</summary>
internal static class SimulateCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var check = CheckOption();
        var builders = BuildersOption();
        var goals = new Option<string[]>("--goals")
        {
            Description = "Blueprint files or folders to take turns; by default made-up houses.",
            HelpName = "FILE...",
            AllowMultipleArgumentsPerToken = true,
        };
        var episodes = Ranged.Option("--episodes", "How many episodes.", 10, (1, 10_000_000));
        var horizon = Ranged.Option("--horizon", "The most steps of an episode.", 1500, (1, 1_000_000));
        var threads = Ranged.Option("--threads", "How many threads; 0 is one a core.", 0, (0, 1024));
        var seed = Ranged.Seed("The seed of goals and builders.");
        var site = BlueprintInput.Size("--site", new GridSize(11, 10, 10), "The size of the site.");
        var teleport = new Option<bool>("--teleport") { Description = "Builders teleport instead of walking." };
        var inventory = new Option<bool>("--inventory") { Description = "Builders fetch blocks at the palette instead of having any." };
        var folder = new Option<string?>("--out") { Description = "Record the episodes into this folder.", HelpName = "DIR" };
        var verb = new Verb(
            "simulate",
            "Lets builders build without a window, many sites at once, and counts what they did.",
            new Example("blockassist simulate --episodes 100 --builders human", "a hundred houses, built as a person would"),
            new Example("blockassist simulate --builders layer random --out episodes --json", "two builders a site, recorded, numbers for a program"),
            new Example("blockassist simulate --check vectors.jsonl.gz --json", "are our rules those of a recording?"))
        {
            check, builders, goals, episodes, horizon, threads, seed, site, teleport, inventory, folder,
        };
        verb.Runs((parsed, context, cancellation) =>
        {
            if (parsed.GetValue(check) is { Length: > 0 } files)
            {
                return ConformanceRun.Check(context, files, cancellation);
            }

            string[] names = [.. parsed.GetRequiredValue(builders)];
            var options = new SiteOptions
            {
                Size = parsed.GetValue(site),
                Teleportation = parsed.GetValue(teleport),
                InfiniteBlocks = !parsed.GetValue(inventory),
                Horizon = parsed.GetValue(horizon),
                Builders = [.. names.Select(_ => new BuilderOptions())],
            };
            return Simulate(
                context,
                new SimulationOrder(
                    options, new Seats([.. names.Select(Seat.Scripted)], parsed.GetValue(seed)), GoalShelf.Open(options, parsed.GetValue(goals) ?? [], parsed.GetValue(seed)),
                    parsed.GetValue(episodes), parsed.GetValue(threads), parsed.GetValue(folder)),
                cancellation);
        });
        return verb;
    }

    private static Option<string[]> CheckOption() => new("--check")
    {
        Description = "Compare recorded runs of MBAG with our rules instead: files of one JSON case a line, plain or gzipped, or folders of them.",
        HelpName = "FILE...",
        AllowMultipleArgumentsPerToken = true,
    };

    private static Option<string[]> BuildersOption()
    {
        var builders = new Option<string[]>("--builders")
        {
            Description = $"Who builds together on each site, up to {SiteOptions.MaxBuilders}: {ScriptedBuilders.Description}.",
            Arity = new ArgumentArity(1, SiteOptions.MaxBuilders),
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["layer"],
        };
        builders.AcceptOnlyFromAmong([.. ScriptedBuilders.Names]);
        return builders;
    }

    private static ExitCode Simulate(CommandContext context, SimulationOrder order, CancellationToken cancellation)
    {
        var report = context.WithProgress(
            "building", order.Episodes, meter => new HeadlessSimulation(order, context.Surroundings.Clock).Run(() => meter.Advance(), cancellation));
        context.Output.Result(report, PlayJson.Default.SimulationReport, Table);
        return ExitCode.Done;
    }

    private static Rows Table(SimulationReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("builder");
        string[] kinds = [.. report.Builders.SelectMany(builder => builder.Actions.Keys).Distinct()];
        foreach (var kind in kinds)
        {
            table.AddColumn(kind);
        }

        foreach (var builder in report.Builders)
        {
            var all = Math.Max(builder.Actions.Values.Sum(), 1);
            table.AddRow([builder.Name, .. kinds.Select(kind => Share(builder.Actions.GetValueOrDefault(kind), all))]);
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"episodes: {report.Episodes}, complete: {report.Complete}, goal: {report.GoalShare:P1}, steps each: {report.StepsPerEpisode:N0}, steps/s: {report.StepsPerSecond:N0}");
        return new Rows(table, new Text(summary));
    }

    private static string Share(long part, long all) => ((double)part / all).ToString("P1", CultureInfo.InvariantCulture);
}
