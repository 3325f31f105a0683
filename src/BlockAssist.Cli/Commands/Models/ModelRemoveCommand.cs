using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model remove</c>: an archived model goes.</summary>
internal static class ModelRemoveCommand
{
    private const string Removed = "removed";

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var hash = ModelInput.Hash();
        var verb = new Verb(
            "remove",
            "Removes an archived model and its file for good.",
            new Example("blockassist model remove 1f7a", "by the first digits of its hash")) { hash };
        verb.Runs((parsed, context, _) =>
        {
            var registry = ModelInput.Registry(context);
            var model = registry.Find(parsed.GetRequiredValue(hash));
            registry.Remove(model.Hash);
            context.Output.Result(ModelReport.Of(model) with { State = Removed }, ModelJson.Default.ModelReport, one => $"{one.Hash} is removed.");
            return ExitCode.Done;
        });
        return verb;
    }
}
