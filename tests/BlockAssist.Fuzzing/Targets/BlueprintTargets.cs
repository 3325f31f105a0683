using System.IO.Compression;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>Blueprints of every format, which people load down from anywhere.</summary>
internal static class BlueprintTargets
{
    private static readonly BlueprintLimits Limits = new() { MaxUnpackedBytes = 4 << 20, MaxVolume = 1 << 18 };

    private static readonly string[] NbtWords =
    [
        "\x0A\0\0", "\0\x05Width", "\0\x06Height", "\0\x06Length", "\0\x07Palette", "\0\x09BlockData", "\0\x04Data", "\0\x06Blocks", "\0\x07Version", "\0\x07Regions", "\0\x04Size", "\0\x08Position",
        "\0\x11BlockStatePalette", "\0\x0BBlockStates", "\0\x07palette", "\0\x06blocks", "\0\x04size", "\0\x05state", "\0\x03pos", "\0\x09Schematic", "minecraft:stone", "minecraft:oak_stairs[facing=east]",
    ];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        .. BlueprintFiles.Formats.Select(format => new FuzzTarget($"blueprint-{format.Id}", _ => bytes => BlueprintFiles.Import(bytes, $"fuzzed{format.Extension}", Limits))
        {
            Seeds = () => Structures().Select(grid => Unpacked(BlueprintFiles.Export(new Blueprint("seed", grid), format))),
            Allowed = [typeof(BlueprintFormatException)],
            Words = format == BlueprintFormat.Vox ? ["VOX ", "MAIN", "PACK", "SIZE", "XYZI", "RGBA", "nTRN", "nGRP", "nSHP", "LAYR", "_t", "_r"] : format == BlueprintFormat.Goal ? ["\"format\"", "mbag-goal/1", "\"size\"", "\"palette\"", "\"blocks\""] : NbtWords,
        }),
        new("blueprint-packed", _ => bytes => BlueprintFiles.Import(bytes, "fuzzed.schem", Limits))
        {
            Seeds = () => Structures().SelectMany(grid => Packed(BlueprintFiles.Export(new Blueprint("seed", grid), BlueprintFormat.Sponge))),
            Allowed = [typeof(BlueprintFormatException)],
        },
        new("nbt", _ => bytes => Walk(NbtDocument.Read(bytes, Limits).Root)) { Seeds = () => Structures().Select(grid => Unpacked(BlueprintFiles.Export(new Blueprint("seed", grid), BlueprintFormat.Structure))), Allowed = [typeof(BlueprintFormatException)], Words = NbtWords },
        new("blueprint-any", _ => bytes => BlueprintFiles.Import(new MemoryStream(bytes), "fuzzed", Limits))
        {
            Seeds = () => BlueprintFiles.Formats.SelectMany(format => Structures().Take(1).Select(grid => BlueprintFiles.Export(new Blueprint("seed", grid), format))),
            Allowed = [typeof(BlueprintFormatException)],
            Words = NbtWords,
        },
    ];

    private static IEnumerable<BlockGrid> Structures()
    {
        yield return new BlockGrid(new GridSize(1, 1, 1), [Block.Wool]);
        yield return HouseGenerator.Generate(new GridSize(5, 5, 5), 1);
    }

    private static void Walk(NbtCompound root)
    {
        foreach (var name in (string[])["palette", "blocks", "size", "entities", "DataVersion"])
        {
            _ = root.Find(name)?.ToString();
        }
    }

    // What is changed inside of gzip is seen by its checksum alone.
    private static byte[] Unpacked(byte[] file)
    {
        if (file is not [0x1F, 0x8B, ..])
        {
            return file;
        }

        using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static IEnumerable<byte[]> Packed(byte[] file)
    {
        yield return file;
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(Unpacked(file));
        }

        yield return packed.ToArray();
    }
}
