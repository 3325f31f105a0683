using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>Tags in order, all of one type.</summary>
internal readonly struct NbtList(NbtTag tag)
{
    /// <summary>How many there are.</summary>
    public int Count => Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(tag.Data.AsSpan(tag.Offset + 1)));

    /// <summary>The tags, first to last.</summary>
    public IEnumerable<NbtTag> Items()
    {
        var scanner = new NbtScanner(tag.Data, int.MaxValue);
        var type = (NbtType)tag.Data[tag.Offset];
        var at = tag.Offset + 5;
        for (var i = Count; i > 0; i--)
        {
            yield return new NbtTag(tag.Data, type, tag.Name, at);
            at = scanner.EndOf(type, at, 0);
        }
    }
}
