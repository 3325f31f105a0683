using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Text;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>A file to be read: its bytes, its name, and what is looked at more than once while the format is being found.</summary>
internal sealed class BlueprintSource
{
    /// <summary>A file; NBT data is unpacked and checked at once, so that every codec can look into it.</summary>
    public BlueprintSource(byte[] content, string fileName, BlueprintLimits limits)
    {
        Content = content;
        Limits = limits;
        FileName = fileName;
        Document = !GoalCodec.MayBe(content) && NbtDocument.MayBe(content) ? NbtDocument.Read(content, limits) : null;
    }

    /// <summary>Its name or path.</summary>
    public string FileName { get; }

    /// <summary>The file as it is.</summary>
    public byte[] Content { get; }

    /// <summary>How large things may be.</summary>
    public BlueprintLimits Limits { get; }

    /// <summary>The file as NBT data; null if it is none.</summary>
    public NbtDocument? Document { get; }

    /// <summary>The outermost tags of NBT data; only asked for once <see cref="Document"/> is known to be there.</summary>
    public NbtCompound Root => Document is { } document
        ? document.Root
        : throw new BlueprintFormatException("no NBT data", "at byte 0", "gzip, zlib or bare NBT data");

    /// <summary>The blueprint's name: the one inside the file if there is one, else the file's name without its ending.</summary>
    public string NameOr(string? inside)
    {
        var name = OneLine.Of(inside ?? "");
        return name.Length > 0 ? name : OneLine.Of(Path.GetFileNameWithoutExtension(FileName)) is { Length: > 0 } named ? named : "blueprint";
    }
}
