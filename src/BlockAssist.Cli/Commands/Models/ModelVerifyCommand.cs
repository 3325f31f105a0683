using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model verify</c>: are all files what their names say?</summary>
internal static class ModelVerifyCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var verb = new Verb(
            "verify",
            "Checks the files of all models against their hashes; exit code 1 if any is damaged, gone, or unknown to the index.",
            new Example("blockassist model verify", "those of this node"),
            new Example("blockassist model verify --json", "for a program"));
        verb.Runs((_, context, cancellation) =>
        {
            var registry = ModelInput.Registry(context);
            var found = new ModelVerification(registry.List().Count, registry.Verify(cancellation));
            context.Output.Result(found, ModelJson.Default.ModelVerification, Sentence);
            return found.Findings.Count == 0
                ? ExitCode.Done
                : throw new ForeseenException($"{found.Findings.Count} of the files of {found.Models} models are not as they should be: {Line(found, 0)}");
        });
        return verb;
    }

    private static string Sentence(ModelVerification found) => found.Findings.Count == 0
        ? $"{found.Models} models, all as they should be."
        : string.Join('\n', Enumerable.Range(0, found.Findings.Count).Select(number => Line(found, number)));

    private static string Line(ModelVerification found, int number) => $"{found.Findings[number].File}: {found.Findings[number].Problem}";
}
