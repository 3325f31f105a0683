using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Proposing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train selfplay</c>: a human model builds what a proposer makes up, and learns from how far it gets.</summary>
internal static class TrainSelfPlayCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var usual = new ReinforcementOptions();
        var start = new Option<string?>("--model") { Description = "The human model to begin with: a file, or the start of a hash; by default the one that plays here.", HelpName = "MODEL" };
        var goals = new Option<string[]>("--goals")
        {
            Description = "Blueprint files or folders whose parts are proposed too; by default all goals are made up.",
            HelpName = "DIR...",
            AllowMultipleArgumentsPerToken = true,
        };
        var iterations = Ranged.Option("--iterations", "How often the model plays, and learns from that.", usual.Iterations, (1, 1_000_000));
        var minutes = Ranged.OptionOrNone("--minutes", "End after so many minutes, even if iterations are left.", (0.01, 100_000.0));
        var pull = Ranged.Option("--pull", "How strongly the model is pulled back to what it was: the higher, the more it goes on playing as people do.", usual.Pull, (0, 1000.0));
        var run = new TrainingRunInput("selfplay");
        var seed = Ranged.Seed("Fixes all that chance decides.");
        var threads = Ranged.Option("--threads", "How many threads play and compute.", 1, (1, 256));
        var device = LearningInput.Device();
        var verb = new Verb(
            "selfplay",
            "A human model learns by building what is made up for it, at the edge of what it manages; the usual run takes a quarter of an hour on a core.",
            new Example("blockassist train selfplay --out better.safetensors", "the model that plays here, and a file of what became of it"),
            new Example("blockassist train selfplay --resume", "go on after a crash"),
            new Example("blockassist train selfplay --goals houses --minutes 10", "parts of houses among the goals, for ten minutes"),
            new Example("blockassist train selfplay --pull 0.5", "stay nearer to how people play"))
        {
            start, goals, iterations, minutes, pull, seed, threads, device,
        };
        verb.Takes(run.Options);
        verb.Runs((parsed, context, cancellation) =>
        {
            var compute = LearningInput.Compute(context, parsed.GetRequiredValue(device), parsed.GetValue(threads));
            var job = new SelfPlayJob(context, compute.Device)
            {
                Start = NamedModel.Open(context, parsed.GetValue(start), ModelKind.Human),
                Options = usual with { Iterations = parsed.GetValue(iterations), Pull = parsed.GetValue(pull), Seed = parsed.GetValue(seed) },
                Proposals = new ProposerOptions { Structures = Structures(parsed.GetValue(goals) ?? []), Seed = parsed.GetValue(seed) },
                AtMost = parsed.GetValue(minutes) is { } most ? TimeSpan.FromMinutes(most) : null,
                Threads = parsed.GetValue(threads),
            };
            return Train(context, job, run.In(parsed, context), cancellation);
        });
        return verb;
    }

    // As goals of the site's size, less the ground around them: what fits is cut from them.
    private static List<BlockGrid> Structures(string[] paths)
    {
        var site = new SiteOptions();
        var room = GoalPlacement.RoomFor(site.Size, site.InfiniteBlocks);
        return paths.Length == 0 ? [] : [.. BlueprintInput.Expand(paths)
            .Select(path => GoalPresets.Fit.Apply(BlueprintInput.Read(path).Blueprint.Blocks, room, new SeededRandom(1)).Goal)
            .OfType<BlockGrid>()];
    }

    private static ExitCode Train(CommandContext context, SelfPlayJob job, KeptRun run, CancellationToken cancellation)
    {
        var began = context.Surroundings.Clock.GetTimestamp();
        var checkpoint = ResumableTraining.Run(context, run.Folder, () => job.Train(run.Folder, run.Resumes, cancellation), cancellation);
        var hash = TrainedModel.Keep(context, checkpoint, ModelKind.Human, run.Output);

        var metrics = TrainingFolder.MetricsIn(run.Folder);
        SelfPlayMetrics.Draw(metrics, TrainingCurves.PathIn(run.Folder));
        var played = SelfPlayFolder.Read(metrics).ToList();
        var report = new SelfPlayReport(
            hash,
            run.Output,
            checkpoint.Parent!,
            played.Count,
            played.Sum(each => (long)each.Turns),
            checkpoint.Metrics.ToDictionary(),
            context.Surroundings.Clock.GetElapsedTime(began).TotalSeconds,
            metrics,
            TrainingCurves.PathIn(run.Folder));
        context.Output.Result(report, LearningJson.Default.SelfPlayReport, Sentence);
        return ExitCode.Done;
    }

    private static string Sentence(SelfPlayReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"Learnt from {report.Turns:N0} turns of its own in {report.Seconds:N0} s: model {report.Model[..12]}; curves in {report.Curves}");
}
