using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>One chunk of a MagicaVoxel file: four letters and the bytes that belong to it.</summary>
/// <param name="Id">The four letters.</param>
/// <param name="Offset">Where its bytes begin in the file.</param>
/// <param name="Content">Its bytes, without those of the chunks inside it.</param>
internal readonly record struct VoxChunk(string Id, int Offset, ReadOnlyMemory<byte> Content)
{
    private const int HeaderBytes = 12;

    /// <summary>The chunks of a file one after the other, without MAIN around them.</summary>
    public static IEnumerable<VoxChunk> All(byte[] file)
    {
        var at = VoxCodec.HeaderBytes;
        while (at < file.Length)
        {
            var chunk = At(file, at);
            yield return chunk;
            at = chunk.Offset + chunk.Content.Length; // The chunks inside follow at once: MAIN needs no special care.
        }
    }

    /// <summary>A reader for its bytes.</summary>
    public VoxReader Open() => new(this);

    private static VoxChunk At(byte[] file, int at)
    {
        if (file.Length - at < HeaderBytes)
        {
            throw new BlueprintFormatException($"{file.Length - at} bytes are left", $"at byte {at}", "a chunk");
        }

        var id = string.Concat(file.AsSpan(at, 4).ToArray().Select(letter => char.IsAsciiLetterOrDigit((char)letter) ? (char)letter : '?'));
        var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
        return length >= 0 && length <= file.Length - at - HeaderBytes
            ? new VoxChunk(id, at + HeaderBytes, file.AsMemory(at + HeaderBytes, length))
            : throw new BlueprintFormatException($"chunk {id} of {length} bytes", $"at byte {at}", $"0 to {file.Length - at - HeaderBytes}");
    }
}
