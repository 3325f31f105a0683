using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Assistance;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train survival</c>: the assistant learns which of its edits last.</summary>
internal static class TrainSurvivalCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var usual = new SurvivalRecipe();
        var start = new Option<string?>("--assistant") { Description = "The assistant to begin with: a file, or the start of a hash; by default the one that plays here.", HelpName = "MODEL" };
        var human = new Option<string?>("--human") { Description = "The human model that it helps: a file, or the start of a hash; by default the one that plays here.", HelpName = "MODEL" };
        var episodes = Ranged.Option("--episodes", "In how many episodes it helps, each round.", 160, (5, 1_000_000));
        var rounds = Ranged.Option("--rounds", "How many rounds of helping, and learning from what came of it.", 2, (1, 100));
        var folder = new Option<string?>("--run") { Description = "Where recordings are kept, to go on from after a crash; by default training/survival in the home.", HelpName = "DIR" };
        var resume = new Option<bool>("--resume") { Description = "Go on where the last training in that folder was." };
        var output = new Option<string?>("--out") { Description = "Write the checkpoint here too; it is always added to the node's models as a candidate.", HelpName = "FILE" };
        var seed = Ranged.Seed("Fixes all that chance decides.");
        var threads = LearningInput.Threads();
        var verb = new Verb(
            "survival",
            "An assistant helps the human model, and learns from what was kept of its work and what was taken back; the usual run takes half an hour on a core.",
            new Example("blockassist train survival --out careful.safetensors", "the assistant that plays here, and a file of what became of it"),
            new Example("blockassist train survival --resume", "go on after a crash"),
            new Example("blockassist train survival --episodes 20 --rounds 1", "a quick one, to look at"))
        {
            start, human, episodes, rounds, folder, resume, output, seed, threads,
        };
        verb.Runs((parsed, context, cancellation) =>
        {
            LearningInput.Compute(context, "cpu", parsed.GetValue(threads));
            using var engine = HumanModelInput.OpenServed(context, parsed.GetValue(human));
            var found = PlayingAssistant.Find(context, parsed.GetValue(start));
            var job = new SurvivalJob(context, engine, found.Checkpoint, found.Hash)
            {
                Episodes = parsed.GetValue(episodes),
                Rounds = parsed.GetValue(rounds),
                Recipe = usual with { Seed = parsed.GetValue(seed) },
            };
            return Train(context, job, found.Hash, parsed.GetValue(folder) ?? Path.Combine(context.Home.Training, "survival"), parsed.GetValue(resume), parsed.GetValue(output), cancellation);
        });
        return verb;
    }

    private static ExitCode Train(CommandContext context, SurvivalJob job, string parent, string folder, bool resume, string? output, CancellationToken cancellation)
    {
        var began = context.Surroundings.Clock.GetTimestamp();
        if (!resume && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var (trained, rounds) = ResumableTraining.Run(context, folder, () => job.Train(folder, cancellation), cancellation);
        var checkpoint = trained with { CodeVersion = ProgramVersion.Text, Parent = parent };
        var hash = TrainedModel.Keep(context, checkpoint, ModelKind.Assistant, output);

        var report = new SurvivalReport(hash, output, parent, rounds, context.Surroundings.Clock.GetElapsedTime(began).TotalSeconds);
        context.Output.Result(report, LearningJson.Default.SurvivalReport, Sentence);
        return ExitCode.Done;
    }

    private static string Sentence(SurvivalReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"Learnt from {report.Rounds[^1].Learnt:N0} edits in {report.Rounds[^1].Recordings:N0} episodes, in {report.Seconds:N0} s: model {report.Model[..12]}; what becomes of edits it foresees with {report.Rounds[^1].After:F3} nats each, where it was {report.Rounds[0].Before:F3}");
}
