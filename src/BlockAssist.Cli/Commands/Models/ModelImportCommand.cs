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
            "Adds a checkpoint, checked, to the models of this node as a candidate. One that is there already stays as it is.",
            new Example("blockassist model import human.safetensors --note \"from a friend\"", "a file that model export wrote")) { file, note };
        verb.Runs((parsed, context, _) =>
        {
            var model = Import(ModelInput.Registry(context), parsed.GetRequiredValue(file), parsed.GetValue(note));
            context.Output.Result(
                ModelReport.Of(model), ModelJson.Default.ModelReport, one => $"{one.Hash} is there as a {one.Kind.ToString().ToLowerInvariant()} model, {one.State}.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static ModelEntry Import(ModelRegistry registry, string file, string? note)
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
