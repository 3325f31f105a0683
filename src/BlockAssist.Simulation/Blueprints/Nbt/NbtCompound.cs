using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>Named tags, found by walking over the bytes; asks nothing of memory however many there are.</summary>
internal readonly struct NbtCompound(NbtTag tag)
{
    /// <summary>The tags with their names, in the order of the file.</summary>
    public IEnumerable<NbtTag> Children()
    {
        var scanner = new NbtScanner(tag.Data, int.MaxValue);
        for (var at = tag.Offset; tag.Data[at] != (byte)NbtType.End;)
        {
            var payload = scanner.EndOf(NbtType.String, at + 1, 0);
            var child = new NbtTag(tag.Data, (NbtType)tag.Data[at], ModifiedUtf8.Decode(tag.Data, at + 1), payload);
            yield return child;
            at = scanner.EndOf(child.Type, payload, 0);
        }
    }

    /// <summary>The tag of that name, or null.</summary>
    public NbtTag? Find(string name)
    {
        var scanner = new NbtScanner(tag.Data, int.MaxValue);
        for (var at = tag.Offset; tag.Data[at] != (byte)NbtType.End;)
        {
            var type = (NbtType)tag.Data[at];
            var payload = scanner.EndOf(NbtType.String, at + 1, 0);
            if (IsNamed(at + 1, name))
            {
                return new NbtTag(tag.Data, type, name, payload);
            }

            at = scanner.EndOf(type, payload, 0);
        }

        return null;
    }

    /// <summary>The tag of that name if it has that type, else null.</summary>
    public NbtTag? Find(string name, NbtType type) => Find(name) is { } found && found.Type == type ? found : null;

    /// <summary>The tag of that name; an error if there is none.</summary>
    public NbtTag Need(string name) => Find(name)
        ?? throw new BlueprintFormatException($"{tag.Name} has no tag {name}", NbtPlace.Of(tag.Name, tag.Offset), $"a tag {name}");

    /// <summary>Names in files we look up are plain ASCII, so their bytes can be compared without decoding.</summary>
    private bool IsNamed(int at, string name)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(tag.Data.AsSpan(at));
        return length == name.Length && System.Text.Ascii.Equals(tag.Data.AsSpan(at + 2, length), name);
    }
}
