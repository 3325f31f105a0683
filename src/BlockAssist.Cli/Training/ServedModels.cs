using System.Security.Cryptography;
using System.Text;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Training;

/// <summary>Models as they are served, kept in the home: torch, which exports them, takes longer to load than they do.</summary>
/// <remarks>Nothing is lost with them: what is gone, damaged or of another version of the program is exported again.</remarks>
/// <param name="context">Where the home is.</param>
internal sealed class ServedModels(CommandContext context)
{
    private const string Extension = ".onnx";
    private const int Most = 8;
    private const int Digits = 24;

    /// <summary>Opens a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="export">Exports it.</param>
    public InferenceEngine Open(NamedModel model, string name, Func<byte[]> export)
    {
        ArgumentNullException.ThrowIfNull(export);
        var path = PathOf(model);
        if (TryOpen(path) is { } kept)
        {
            return kept;
        }

        var bytes = export();
        Keep(path, bytes);
        return InferenceEngine.Open(bytes, name);
    }

    private string PathOf(NamedModel model)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{model.Hash} {ProgramVersion.Text}"));
        return Path.Combine(context.Home.Served, Convert.ToHexStringLower(key)[..Digits] + Extension);
    }

    private InferenceEngine? TryOpen(string path)
    {
        try
        {
            return File.Exists(path) ? InferenceEngine.Open(path) : null;
        }
        catch (Exception error) when (error is OnnxFormatException or InferenceException or IOException)
        {
            context.Log.Debug("{Path} is exported again: {Reason}", path, error.Message);
            return null;
        }
    }

    private void Keep(string path, byte[] bytes)
    {
        try
        {
            foreach (var old in new DirectoryInfo(Directory.CreateDirectory(context.Home.Served).FullName).EnumerateFiles("*" + Extension).OrderByDescending(file => file.LastWriteTimeUtc).Skip(Most - 1))
            {
                old.Delete();
            }

            AtomicFile.Write(path, stream => stream.Write(bytes));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            context.Log.Debug("{Path} is not kept: {Reason}", path, error.Message);
        }
    }
}
