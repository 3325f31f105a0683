using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model promote</c>: a model plays from now on.</summary>
internal static class ModelPromoteCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var hash = ModelInput.Hash();
        var verb = new Verb(
            "promote",
            "Lets a model play from now on, once its file was checked; the one of its kind that played until now is archived.",
            new Example("blockassist model promote 1f7a", "by the first digits of its hash")) { hash };
        verb.Runs((parsed, context, _) =>
        {
            var registry = ModelInput.Registry(context);
            var model = registry.Promote(registry.Find(parsed.GetRequiredValue(hash)).Hash);
            context.Output.Result(
                ModelReport.Of(model), ModelJson.Default.ModelReport, one => $"{one.Hash} plays the {one.Kind.ToString().ToLowerInvariant()} from now on.");
            return ExitCode.Done;
        });
        return verb;
    }
}
