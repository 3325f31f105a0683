namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>A file of NBT data: one named compound, in Java's big-endian form.</summary>
/// <param name="Name">The name of the outermost compound; often empty.</param>
/// <param name="Root">The outermost compound.</param>
internal sealed record NbtDocument(string Name, NbtCompound Root)
{
    /// <summary>Whether a file may be NBT data, packed or not, by its first bytes.</summary>
    public static bool MayBe(byte[] file) => file is [0x1F, 0x8B, ..] or [0x78, ..] or [(byte)NbtType.Compound, ..];

    /// <summary>Unpacks a file and makes sure that all of it is well-formed; what follows the outermost compound is ignored.</summary>
    public static NbtDocument Read(byte[] file, BlueprintLimits limits)
    {
        var data = NbtPacking.Unpack(file, limits.MaxUnpackedBytes);
        var scanner = new NbtScanner(data, limits.MaxDepth);
        var type = scanner.TypeAt(0);
        if (type != NbtType.Compound)
        {
            throw new BlueprintFormatException($"a tag of type {type}", NbtPlace.Of(0), "a compound");
        }

        var payload = scanner.EndOf(NbtType.String, 1, 0);
        scanner.EndOf(NbtType.Compound, payload, 0);
        return new NbtDocument(ModifiedUtf8.Decode(data, 1), new NbtCompound(new NbtTag(data, type, "the root", payload)));
    }
}
