using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Commands.Evaluate;

/// <summary><c>blockassist evaluate human</c>: how well the human model foresees people, and how well it builds.</summary>
internal static class EvaluateHumanCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var options = new EvaluateHumanOptions();
        var verb = new Verb(
            "human",
            "How well the human model foresees people it has not learnt from, beside models that know next to nothing; or how well it builds.",
            new Example("blockassist evaluate human --data episodes --split alone --leave-one-participant-out", "as the paper does it; trains one model a participant"),
            new Example("blockassist evaluate human --data episodes --model model.safetensors", "a model that is there already"),
            new Example("blockassist evaluate human --data episodes --model model.onnx", "the same as it is served: what 16 or 8 bits cost"),
            new Example("blockassist evaluate human --play --episodes 100 --json", "building alone on made-up houses"));
        foreach (var option in options.All)
        {
            verb.Add(option);
        }

        verb.Validators.Add(result =>
        {
            if (result.GetValue(options.LeaveOneOut) && (result.GetValue(options.Play) || result.GetValue(options.Model) is not null))
            {
                result.AddError($"{options.LeaveOneOut.Name} trains models of its own: neither {options.Play.Name} nor {options.Model.Name} goes with it.");
            }
        });
        verb.Runs((parsed, context, cancellation) => parsed.GetValue(options.Play)
            ? Play(options, parsed, context, cancellation)
            : Foresee(options, parsed, context, cancellation));
        return verb;
    }

    private static ExitCode Play(EvaluateHumanOptions options, ParseResult parsed, CommandContext context, CancellationToken cancellation)
    {
        using var engine = HumanModelInput.OpenServed(context, parsed.GetValue(options.Model));
        return HumanPlayRun.Run(context, options.OrderOf(parsed), engine, cancellation);
    }

    private static ExitCode Foresee(EvaluateHumanOptions options, ParseResult parsed, CommandContext context, CancellationToken cancellation)
    {
        var compute = LearningInput.Compute(context, parsed.GetRequiredValue(options.Device), parsed.GetValue(options.Threads));
        var evaluation = new HumanEvaluation(context, compute.Device)
        {
            People = LearningInput.Open(context, parsed.GetValue(options.Data)),
            Split = parsed.GetRequiredValue(options.Split),
            Only = parsed.GetValue(options.Only) ?? [],
            Recipe = options.RecipeOf(parsed, compute),
            Scripted = parsed.GetValue(options.Scripted),
        };
        var report = parsed.GetValue(options.LeaveOneOut)
            ? evaluation.LeaveOneOut(cancellation)
            : Measure(evaluation, parsed.GetValue(options.Model), context, compute.Device, cancellation);
        context.Output.Result(report, LearningJson.Default.HumanReport, HumanTables.Of);
        return ExitCode.Done;
    }

    private static HumanReport Measure(HumanEvaluation evaluation, string? model, CommandContext context, Device device, CancellationToken cancellation)
    {
        using var measured = MeasuredModel.Open(context, model, device);
        return evaluation.Measure(measured, cancellation);
    }
}
