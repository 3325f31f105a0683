using System.Buffers.Binary;
using System.Text;

namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>Reads the little-endian fields of one chunk, front to back.</summary>
internal sealed class VoxReader(VoxChunk chunk)
{
    private int _at;

    /// <summary>The next number.</summary>
    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>A number of things, each of which takes at least so many of the bytes that are left.</summary>
    public int Count(int bytesEach)
    {
        var count = Int();
        var most = (chunk.Content.Length - _at) / bytesEach;
        return count >= 0 && count <= most ? count : throw Broken($"a count of {count}", $"0 to {most}");
    }

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes < 0 || bytes > chunk.Content.Length - _at)
        {
            throw Broken("the chunk ends too early", $"{bytes} bytes more");
        }

        _at += bytes;
        return chunk.Content.Span.Slice(_at - bytes, bytes);
    }

    /// <summary>The next set of keys and values.</summary>
    public Dictionary<string, string> Dictionary()
    {
        var pairs = new Dictionary<string, string>();
        for (var i = Count(8); i > 0; i--)
        {
            var key = Text();
            pairs[key] = Text();
        }

        return pairs;
    }

    /// <summary>The error that what was just read is wrong.</summary>
    public BlueprintFormatException Broken(string what, string expected) =>
        new(what, $"chunk {chunk.Id}, at byte {chunk.Offset + _at}", expected);

    private string Text() => Encoding.Latin1.GetString(Take(Count(1)));
}
