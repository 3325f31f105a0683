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
        var run = new TrainingRunInput("survival");
        var seed = Ranged.Seed("Fixes all that chance decides.");
        var threads = LearningInput.Threads();
        var verb = new Verb(
            "survival",
            "An assistant helps the human model, and learns from what was kept of its work and what was taken back; the usual run takes half an hour on a core.",
            new Example("blockassist train survival --out careful.safetensors", "the assistant that plays here, and a file of what became of it"),
            new Example("blockassist train survival --resume", "go on after a crash"),
            new Example("blockassist train survival --episodes 20 --rounds 1", "a quick one, to look at"))
        {
            start, human, episodes, rounds, seed, threads,
        };
        verb.Takes(run.Options);
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
            return Train(context, job, found.Hash, run.In(parsed, context), cancellation);
        });
        return verb;
    }

    private static ExitCode Train(CommandContext context, SurvivalJob job, string parent, KeptRun run, CancellationToken cancellation)
    {
        var began = context.Surroundings.Clock.GetTimestamp();
        if (!run.Resumes && Directory.Exists(run.Folder))
        {
            Directory.Delete(run.Folder, recursive: true);
        }

        var (trained, rounds) = ResumableTraining.Run(context, run.Folder, () => job.Train(run.Folder, cancellation), cancellation);
        var checkpoint = trained with { CodeVersion = ProgramVersion.Text, Parent = parent };
        var hash = TrainedModel.Keep(context, checkpoint, ModelKind.Assistant, run.Output);

        var report = new SurvivalReport(hash, run.Output, parent, rounds, context.Surroundings.Clock.GetElapsedTime(began).TotalSeconds);
        context.Output.Result(report, LearningJson.Default.SurvivalReport, Sentence);
        return ExitCode.Done;
    }

    private static string Sentence(SurvivalReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"Learnt from {report.Rounds[^1].Learnt:N0} edits in {report.Rounds[^1].Recordings:N0} episodes, in {report.Seconds:N0} s: model {report.Model[..12]}; what becomes of edits it foresees with {report.Rounds[^1].After:F3} nats each, where it was {report.Rounds[0].Before:F3}");
}
