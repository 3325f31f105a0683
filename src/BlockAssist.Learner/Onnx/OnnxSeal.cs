using System.Security.Cryptography;

namespace BlockAssist.Learner.Onnx;

/// <summary>The last bytes of an exported network: the hash of all bytes before them.</summary>
/// <remarks>
/// ONNX has no checksum, and a runtime takes weights with flipped bits. The seal is one more entry of the file's metadata, so
/// that other programs read the file as it is. It finds damage; it does not say who made the file.
/// </remarks>
internal static class OnnxSeal
{
    private const string Key = "blockassist.sha256";

    /// <summary>Adds the seal to a model that is otherwise complete.</summary>
    public static byte[] Close(ReadOnlySpan<byte> model) => [.. model, .. Entry(model)];

    /// <summary>Checks that a file is as it was when it was written.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="where">What messages call it.</param>
    /// <exception cref="OnnxFormatException">It is not.</exception>
    public static void Check(ReadOnlySpan<byte> file, string where)
    {
        var open = Entry([]);
        var model = file[..Math.Max(0, file.Length - open.Length)];
        var found = file[model.Length..];
        if (found.Length < open.Length || !found[..^64].SequenceEqual(open.AsSpan(0, open.Length - 64)))
        {
            throw new OnnxFormatException($"{where} is cut short or is not a network that blockassist exported: the seal at its end is missing.");
        }

        if (!found.SequenceEqual(Entry(model)))
        {
            throw new OnnxFormatException($"{where} is damaged: its {file.Length} bytes are not those that were sealed when it was written.");
        }
    }

    private static byte[] Entry(ReadOnlySpan<byte> model)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(model, hash);
        var entry = OnnxMetadata.Entry(Key, Convert.ToHexStringLower(hash));
        return new ProtobufWriter().Message(OnnxFields.Model.MetadataProps, entry).Written.ToArray();
    }
}
