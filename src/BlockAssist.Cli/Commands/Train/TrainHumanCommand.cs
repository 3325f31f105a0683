using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train human</c>: behaviour cloning of people who see the goal.</summary>
internal static class TrainHumanCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var data = LearningInput.Data();
        var without = new Option<string[]>("--without")
        {
            Description = "Participants whose play is not learnt from, to measure by it later.",
            HelpName = "NAME...",
            AllowMultipleArgumentsPerToken = true,
        };
        var validation = new Option<string[]>("--validation")
        {
            Description = "Participants whose play is not learnt from either: the training ends when it no longer gets better at it.",
            HelpName = "NAME...",
            AllowMultipleArgumentsPerToken = true,
        };
        var start = new Option<string?>("--from") { Description = "A checkpoint to go on from instead of fresh weights; scripted play is then left out.", HelpName = "FILE" };
        var scripted = LearningInput.Scripted();
        var scriptedSteps = Ranged.Option("--scripted-steps", "How many steps of it.", HumanTrainingJob.ScriptedSteps, (0, 1_000_000));
        var steps = Ranged.Option("--steps", "How many steps of people's play.", HumanTrainingJob.Steps, (1, 1_000_000));
        var run = new TrainingRunInput("human");
        var seed = Ranged.Seed("Fixes all that chance decides.");
        var threads = LearningInput.Threads();
        var device = LearningInput.Device();
        var precision = LearningInput.Precision();
        var verb = new Verb(
            "human",
            "Trains a model of what people do next, from their play; a model to play with takes minutes.",
            new Example("blockassist train human --data episodes", "learn scripted play first, then people's"),
            new Example("blockassist train human --resume", "go on after a crash"),
            new Example("blockassist train human --data episodes --without 3 --out without-3.safetensors", "leave somebody out"),
            new Example("blockassist train human --data episodes --steps 3000 --validation 7", "for as long as it gets better at foreseeing 7"))
        {
            data, without, validation, start, scripted, scriptedSteps, steps, seed, threads, device, precision,
        };
        verb.Takes(run.Options);
        verb.Runs((parsed, context, cancellation) =>
        {
            var compute = LearningInput.Compute(context, parsed.GetRequiredValue(device), parsed.GetValue(threads));
            var (people, _) = KeepApart(LearningInput.Open(context, parsed.GetValue(data)), parsed.GetValue(without) ?? []);
            var (learnt, keptApart) = KeepApart(people, parsed.GetValue(validation) ?? []);
            var job = new HumanTrainingJob(context, compute.Device)
            {
                People = learnt,
                Validation = keptApart,
                Scripted = parsed.GetValue(start) is null ? parsed.GetValue(scripted) : 0,
                Start = parsed.GetValue(start) is { } file ? CheckpointFile.Load(file) : null,
                Recipe = new HumanRecipe(new HumanNetworkOptions(), parsed.GetValue(scriptedSteps), parsed.GetValue(steps), parsed.GetValue(seed))
                {
                    Bfloat16 = compute.UsesBfloat16(parsed.GetRequiredValue(precision)),
                },
            };
            return Train(context, job, run.In(parsed, context), cancellation);
        });
        return verb;
    }

    private static (DemonstrationSet Learnt, DemonstrationSet? KeptApart) KeepApart(DemonstrationSet people, string[] participants)
    {
        if (Array.Find(participants, one => !people.Participants.Contains(one)) is { } unknown)
        {
            throw new ForeseenException($"There is no play of participant '{unknown}' to keep apart", $"There is play of: {string.Join(", ", people.Participants)}.");
        }

        if (participants.Length == 0)
        {
            return (people, null);
        }

        var learnt = people.Where(one => !participants.Contains(one.Participant));
        return learnt.Turns > 0
            ? (learnt, people.Where(one => participants.Contains(one.Participant)))
            : throw new ForeseenException("With all of them kept apart nobody is left to learn from", $"There is play of: {string.Join(", ", people.Participants)}.");
    }

    private static ExitCode Train(CommandContext context, HumanTrainingJob job, KeptRun run, CancellationToken cancellation)
    {
        var began = context.Surroundings.Clock.GetTimestamp();
        var checkpoint = ResumableTraining.Run(context, run.Folder, () => job.Train(run.Folder, run.Resumes, cancellation), cancellation);
        var hash = TrainedModel.Keep(context, checkpoint, ModelKind.Human, run.Output);

        var report = new TrainingReport(
            hash,
            run.Output,
            checkpoint.Row.Length,
            job.People.Turns,
            job.People.Participants,
            checkpoint.Metrics.ToDictionary(),
            context.Surroundings.Clock.GetElapsedTime(began).TotalSeconds,
            TrainingFolder.MetricsIn(run.Folder),
            TrainingCurves.PathIn(run.Folder));
        context.Output.Result(report, LearningJson.Default.TrainingReport, Sentence);
        return ExitCode.Done;
    }

    private static string Sentence(TrainingReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"Learnt from {report.Turns:N0} turns of {report.Participants.Count} people in {report.Seconds:N0} s: model {report.Model[..12]}, {report.Weights:N0} weights; curves in {report.Curves}");
}
