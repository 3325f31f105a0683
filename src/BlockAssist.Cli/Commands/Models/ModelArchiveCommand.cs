using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model archive</c>: a candidate is set aside.</summary>
internal static class ModelArchiveCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var hash = ModelInput.Hash();
        var verb = new Verb(
            "archive",
            "Sets a candidate aside. It can still be promoted, and from then on be removed.",
            new Example("blockassist model archive 1f7a", "by the first digits of its hash")) { hash };
        verb.Runs((parsed, context, _) =>
        {
            var registry = ModelInput.Registry(context);
            var model = registry.Find(parsed.GetRequiredValue(hash));
            registry.Archive(model.Hash);
            context.Output.Result(ModelReport.Of(registry.Find(model.Hash)), ModelJson.Default.ModelReport, one => $"{one.Hash} is archived.");
            return ExitCode.Done;
        });
        return verb;
    }
}
