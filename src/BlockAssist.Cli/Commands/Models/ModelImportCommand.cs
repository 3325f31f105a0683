using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model import</c>: a checkpoint from a file becomes a candidate.</summary>
internal static class ModelImportCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = new Argument<string>("FILE") { Description = "A checkpoint." };
        var note = new Option<string?>("--note") { Description = "What is to be remembered of it.", HelpName = "TEXT" };
        var verb = new Verb(
            "import",
            "Adds a checkpoint, checked, to the models of this node as a candidate. One that is there already stays as it is; if its file was lost or damaged, it is put back.",
            new Example("blockassist model import human.safetensors --note \"from a friend\"", "a file that model export wrote"),
            new Example("blockassist model import human.safetensors", "again, if model verify found it lost or damaged")) { file, note };
        verb.Runs((parsed, context, _) =>
        {
            var (model, outcome) = Import(ModelInput.Registry(context), parsed.GetRequiredValue(file), parsed.GetValue(note));
            context.Output.Result(ModelReport.Of(model) with { Outcome = outcome }, ModelJson.Default.ModelReport, Sentence);
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Sentence(ModelReport model)
    {
        var isThere = $"{model.Hash} is there as a {model.Kind.ToString().ToLowerInvariant()} model, {model.State}";
        return model.Outcome == AdditionOutcome.PutBack ? $"{isThere}; its file had been lost or damaged, and was put back." : $"{isThere}.";
    }

    private static ModelAddition Import(ModelRegistry registry, string file, string? note)
    {
        var checkpoint = CheckpointFile.Load(file);
        var kind = ModelInput.KindOf(checkpoint, file);
        if (kind == ModelKind.Human)
        {
            // One that cannot be opened is of no use, and now is the time to say so.
            HumanModel.Open(checkpoint).Dispose();
        }

        return registry.Import(file, kind, note);
    }
}
