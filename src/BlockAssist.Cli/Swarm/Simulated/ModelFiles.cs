using BlockAssist.Net.Blobs;

namespace BlockAssist.Cli.Swarm.Simulated;

/// <summary>The models of a simulated swarm, as files under their addresses.</summary>
/// <param name="folder">Where they are.</param>
internal sealed class ModelFiles(string folder)
{
    /// <summary>The file of a model.</summary>
    public string Of(BlobId model) => Of(model.ToString());

    /// <summary>The file of a model, by its address in words.</summary>
    public string Of(string model) => Path.Combine(folder, model);

    /// <summary>Keeps a model.</summary>
    /// <param name="write">Writes it into a file.</param>
    public BlobId Keep(Action<string> write)
    {
        var file = Path.Combine(folder, "new");
        write(file);
        BlobId model;
        using (var stream = File.OpenRead(file))
        {
            model = BlobId.Of(stream);
        }

        File.Move(file, Of(model), overwrite: true);
        return model;
    }
}
