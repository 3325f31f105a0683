using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>Checkpoints on disk, in the format of docs/formats/checkpoint.md.</summary>
public static class CheckpointFile
{
    /// <summary>Writes a checkpoint so that it is there whole or not at all; the same checkpoint gives the same bytes.</summary>
    /// <returns>The address of the file: the hash of its bytes.</returns>
    public static string Save(Checkpoint checkpoint, string path)
    {
        var writer = CheckpointEncoding.Encode(checkpoint);
        var address = "";
        AtomicFile.Write(path, stream =>
        {
            using var hashing = new HashingStream(stream);
            writer.Write(hashing);
            address = hashing.Hash();
        });
        return address;
    }

    /// <summary>The bytes that <see cref="Save"/> would write.</summary>
    public static byte[] ToBytes(Checkpoint checkpoint)
    {
        var stream = new MemoryStream();
        CheckpointEncoding.Encode(checkpoint).Write(stream);
        return stream.ToArray();
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <param name="address">The hash of the file's bytes, if it is known from elsewhere.</param>
    /// <exception cref="ArtifactFormatException">The file is damaged, another one, or no checkpoint.</exception>
    public static Checkpoint Load(string path, string? address = null) => Decode(SafetensorsFile.Load(path), path, address);

    /// <summary>Reads a checkpoint that is in memory already.</summary>
    /// <param name="bytes">All of the file; not to be changed afterwards.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="address">The hash of the bytes, if it is known from elsewhere.</param>
    /// <exception cref="ArtifactFormatException">The bytes are damaged, others, or no checkpoint.</exception>
    public static Checkpoint FromBytes(byte[] bytes, string name, string? address = null) => Decode(SafetensorsFile.Parse(bytes, name), name, address);

    private static Checkpoint Decode(SafetensorsFile file, string name, string? address)
    {
        if (address is not null && file.Address != address)
        {
            throw new ArtifactFormatException(name, "file", $"the address {file.Address}", address);
        }

        file.CheckHash();
        return new CheckpointDecoder(file, name).Decode();
    }
}
