using System.CommandLine;
using BlockAssist.Cli.Assistance;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Personal;

namespace BlockAssist.Cli.Commands.Evaluate;

/// <summary><c>blockassist evaluate assistant</c>: what helpers are worth to a human.</summary>
internal static class EvaluateAssistantCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var options = new EvaluateAssistantOptions();
        var verb = new Verb(
            "assistant",
            "What an assistant is worth: a human model builds the same houses alone and with each of several helpers.",
            new Example("blockassist evaluate assistant --houses houses --episodes 24", "alone, with somebody idle, with somebody who sees the goal, and with the model that plays"),
            new Example("blockassist evaluate assistant --assistant belief.safetensors --sure 0.9 --helpers search --json", "another model, looking ahead"),
            new Example("blockassist evaluate assistant --personal --data episodes", "how much better it knows people, the more of their sessions it learnt from"),
            new Example("blockassist evaluate assistant --helpers oracle --slips 1 --pauses 1", "the most that help can do for one who builds as people do"));
        options.Helpers.AcceptOnlyFromAmong([.. HelperNames.All]);
        foreach (var option in options.All)
        {
            verb.Add(option);
        }

        verb.Runs((parsed, context, cancellation) =>
        {
            if (parsed.GetValue(options.Personal))
            {
                return Personal(context, options, parsed, cancellation);
            }

            var report = AssistanceRun.Of(context, options.OrderOf(parsed), cancellation);
            context.Output.Result(report, AssistanceJson.Default.AssistanceReport, AssistanceTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }

    private static ExitCode Personal(CommandContext context, EvaluateAssistantOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        var compute = LearningInput.Compute(context, TorchDevice.Names[0], Math.Max(1, parsed.GetValue(options.Threads)));
        var run = new PersonalCurveRun(context, compute.Device)
        {
            Recipe = new PersonalRecipe { Steps = parsed.GetValue(options.Steps), Seed = parsed.GetValue(options.Seed) },
            Practice = parsed.GetValue(options.Practice),
            Assistant = parsed.GetValue(options.Assistant),
            Human = parsed.GetValue(options.Human),
        };
        context.Output.Result(run.Of(parsed.GetValue(options.Data), cancellation), PersonalJsonForms.Default.PersonalCurve, PersonalTables.Of);
        return ExitCode.Done;
    }
}
