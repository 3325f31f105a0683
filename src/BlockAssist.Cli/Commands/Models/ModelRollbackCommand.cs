using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model rollback</c>: the model before plays again.</summary>
internal static class ModelRollbackCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var kind = new Option<string>("--kind")
        {
            Description = "Of which kind: human or assistant.",
            HelpName = "KIND",
            DefaultValueFactory = _ => "human",
        };
        kind.AcceptOnlyFromAmong("human", "assistant");
        var verb = new Verb(
            "rollback",
            "Archives the model that plays, and lets the one play that did before it.",
            new Example("blockassist model rollback", "the human model"),
            new Example("blockassist model rollback --kind assistant", "the assistant")) { kind };
        verb.Runs((parsed, context, _) =>
        {
            var model = ModelInput.Registry(context).Rollback(Enum.Parse<ModelKind>(parsed.GetRequiredValue(kind), ignoreCase: true));
            context.Output.Result(
                ModelReport.Of(model), ModelJson.Default.ModelReport, one => $"{one.Hash} plays the {one.Kind.ToString().ToLowerInvariant()} again.");
            return ExitCode.Done;
        });
        return verb;
    }
}
