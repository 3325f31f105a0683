namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>One node of a scene: moves what is in it, groups nodes, or shows models.</summary>
/// <param name="Placement">How everything in it is turned and moved.</param>
/// <param name="Children">The nodes in it.</param>
/// <param name="Models">The models it shows.</param>
/// <param name="Hidden">Whether it and all that is in it is switched off.</param>
internal sealed record VoxNode(VoxPlacement Placement, int[] Children, int[] Models, bool Hidden)
{
    /// <summary>Reads a nTRN, nGRP or nSHP chunk.</summary>
    public static (int Id, VoxNode Node) Read(VoxChunk chunk)
    {
        var reader = chunk.Open();
        var id = reader.Int();
        var hidden = reader.Dictionary().GetValueOrDefault("_hidden") == "1";
        return (id, chunk.Id switch
        {
            "nTRN" => ReadTransform(reader, hidden),
            "nGRP" => new VoxNode(VoxPlacement.None, ReadChildren(reader), [], hidden),
            _ => new VoxNode(VoxPlacement.None, [], ReadModels(reader), hidden),
        });
    }

    private static VoxNode ReadTransform(VoxReader reader, bool hidden)
    {
        var child = reader.Int();
        reader.Take(8); // A reserved number and the layer.
        var frames = reader.Count(4);
        var placement = frames > 0 ? VoxPlacement.Read(reader.Dictionary(), reader) : VoxPlacement.None; // Later frames are animation.
        return new VoxNode(placement, [child], [], hidden);
    }

    private static int[] ReadChildren(VoxReader reader)
    {
        var children = new int[reader.Count(4)];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = reader.Int();
        }

        return children;
    }

    /// <summary>A shape shows one model; further ones are the frames of an animation.</summary>
    private static int[] ReadModels(VoxReader reader) => reader.Count(8) > 0 ? [reader.Int()] : [];
}
