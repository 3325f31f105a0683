using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train assistant</c>: goal inference, from practice on goals of every kind.</summary>
internal static class TrainAssistantCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var human = new Option<string?>("--human") { Description = "The human model to practise with: a file, or the start of a hash; by default the one that plays here.", HelpName = "MODEL" };
        var scripted = Ranged.Option("--scripted", "How many episodes of scripted builders are watched first.", 4000, (1, 1_000_000));
        var models = Ranged.Option("--watched", "How many episodes of the human model are watched first.", 2000, (0, 1_000_000));
        var helped = Ranged.Option("--helped", "In how many episodes of each kind it helps, each round.", 250, (1, 1_000_000));
        var rounds = Ranged.Option("--rounds", "How many rounds of helping, and learning from what came of it.", 1, (0, 100));
        var watchingSteps = Ranged.Option("--watching-steps", "How many steps of watching are learnt.", 12_000, (1, 10_000_000));
        var steps = Ranged.Option("--steps", "How many steps are learnt after each round.", 2000, (1, 10_000_000));
        var run = new TrainingRunInput("assistant");
        var seed = Ranged.Seed("Fixes all that chance decides.");
        var threads = LearningInput.Threads();
        var device = LearningInput.Device();
        var precision = LearningInput.Precision();
        var verb = new Verb(
            "assistant",
            "Trains an assistant that infers the goal it cannot see; the usual one takes up to three hours on two cores.",
            new Example("blockassist train assistant --threads 2", "the model that comes with the program, from nothing"),
            new Example("blockassist train assistant --resume", "go on after a crash"),
            new Example("blockassist train assistant --scripted 200 --watched 20 --helped 20 --watching-steps 300 --steps 100", "a quick one, to look at"))
        {
            human, scripted, models, helped, rounds, watchingSteps, steps, seed, threads, device, precision,
        };
        verb.Takes(run.Options);
        verb.Runs((parsed, context, cancellation) =>
        {
            var compute = LearningInput.Compute(context, parsed.GetRequiredValue(device), parsed.GetValue(threads));
            using var engine = HumanModelInput.OpenServed(context, parsed.GetValue(human));
            var job = new AssistantTrainingJob(context, engine, compute.Device)
            {
                Recipe = new AssistantRecipe(
                    new BeliefNetworkOptions(),
                    parsed.GetValue(watchingSteps),
                    parsed.GetValue(steps),
                    parsed.GetValue(seed),
                    compute.UsesBfloat16(parsed.GetRequiredValue(precision))),
                Scripted = new PracticeAmount(parsed.GetValue(scripted), parsed.GetValue(helped)),
                Models = new PracticeAmount(parsed.GetValue(models), parsed.GetValue(helped)),
                Rounds = parsed.GetValue(rounds),
            };
            return Train(context, job, run.In(parsed, context), cancellation);
        });
        return verb;
    }

    private static ExitCode Train(CommandContext context, AssistantTrainingJob job, KeptRun run, CancellationToken cancellation)
    {
        var began = context.Surroundings.Clock.GetTimestamp();
        var checkpoint = ResumableTraining.Run(context, run.Folder, () => job.Train(run.Folder, run.Resumes, cancellation), cancellation);
        var hash = TrainedModel.Keep(context, checkpoint, ModelKind.Assistant, run.Output);

        var report = new AssistantTrainingReport(
            hash,
            run.Output,
            checkpoint.Row.Length,
            job.Recordings,
            checkpoint.Metrics.ToDictionary(),
            context.Surroundings.Clock.GetElapsedTime(began).TotalSeconds,
            TrainingCurves.PathIn(run.Folder));
        context.Output.Result(report, LearningJson.Default.AssistantTrainingReport, Sentence);
        return ExitCode.Done;
    }

    private static string Sentence(AssistantTrainingReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"Learnt from {report.Recordings:N0} recordings in {report.Seconds:N0} s: model {report.Model[..12]}, {report.Weights:N0} weights; curves in {report.Curves}");
}
