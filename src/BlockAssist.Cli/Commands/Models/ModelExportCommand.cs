using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model export</c>: a model as a file, to be kept, passed on or served.</summary>
internal static class ModelExportCommand
{
    private const string Checkpoint = ".safetensors";
    private const string Served = ".onnx";

    private static readonly Dictionary<string, WeightFormat> Formats = new(StringComparer.Ordinal)
    {
        ["f32"] = WeightFormat.F32,
        ["f16"] = WeightFormat.F16,
        ["i8"] = WeightFormat.I8,
        ["i8dynamic"] = WeightFormat.I8Dynamic,
    };

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var hash = ModelInput.Hash();
        var file = new Option<string>("--out")
        {
            Description = $"Where to: a file ending in {Checkpoint} (the checkpoint as it is) or {Served} (the network as it is served).",
            HelpName = "FILE",
            Required = true,
        };
        var format = new Option<string?>("--format") { Description = $"How an {Served} file stores its weights: f32, f16, i8, or i8dynamic, which also computes in 8 bits; by default f32.", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var verb = new Verb(
            "export",
            "Writes a model to a file: a checkpoint to be imported elsewhere, or an ONNX file that plays. The file says of which model it is.",
            new Example("blockassist model export 1f7a --out human.safetensors", "to pass it on"),
            new Example("blockassist model export 1f7a --out human.onnx --format f16", "to serve it, at half the size")) { hash, file, format };
        verb.Runs((parsed, context, _) =>
        {
            var registry = ModelInput.Registry(context);
            var export = Export(registry, registry.Find(parsed.GetRequiredValue(hash)), parsed.GetRequiredValue(file), parsed.GetValue(format));
            context.Output.Result(export, ModelJson.Default.ModelExport, one => $"{one.File}: {one.Bytes} bytes, {one.Format}, of {one.Hash}.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static ModelExport Export(ModelRegistry registry, ModelEntry model, string file, string? format)
    {
        switch (Path.GetExtension(file))
        {
            case Checkpoint when format is null:
                registry.Export(model.Hash, file);
                return new ModelExport(model.Hash, file, "checkpoint", new FileInfo(file).Length);
            case Checkpoint:
                throw new ForeseenException($"a checkpoint is exported as it is, not as {format}", $"Leave out --format, or let the file end in {Served}.");
            case Served:
                return Serve(registry, model, file, format ?? "f32");
            default:
                throw new ForeseenException($"{file} ends neither in {Checkpoint} nor in {Served}");
        }
    }

    private static ModelExport Serve(ModelRegistry registry, ModelEntry model, string file, string format)
    {
        if (model.Kind != ModelKind.Human)
        {
            throw new ForeseenException($"{ModelReport.Short(model.Hash)} is an {model.Kind.ToString().ToLowerInvariant()} model; only human models are served yet");
        }

        TorchRuntime.Start(1);
        using var opened = HumanModel.Open(registry.Load(model.Hash));
        var bytes = opened.ToOnnx(Formats[format], model.Hash);
        AtomicFile.Write(file, stream => stream.Write(bytes));
        return new ModelExport(model.Hash, file, format, bytes.Length);
    }
}
