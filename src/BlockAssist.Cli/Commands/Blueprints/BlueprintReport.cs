using System.Text.Json.Serialization;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary>What is in one blueprint file.</summary>
internal sealed record BlueprintReport(
    string File, string Name, string Format, int[] Size, int Blocks, IReadOnlyDictionary<string, int> Palette, IReadOnlyDictionary<string, int> Unmapped)
{
    /// <summary>Describes what was read.</summary>
    public static BlueprintReport Of(string path, BlueprintImport import) => new(
        path,
        import.Blueprint.Name,
        import.Format.Id,
        Edges(import.Blueprint.Blocks.Size),
        import.Blueprint.Blocks.CountSolid(),
        Count(import.Blueprint.Blocks),
        import.Unmapped.ToDictionary(block => block.Name, block => block.Count));

    /// <summary>A size as a program reads it.</summary>
    public static int[] Edges(GridSize size) => [size.Width, size.Height, size.Depth];

    /// <summary>How many of each block there are, air left out.</summary>
    public static Dictionary<string, int> Count(BlockGrid blocks)
    {
        var counts = new Dictionary<string, int>();
        for (var block = Block.Bedrock; (int)block < Simulation.Voxels.Palette.Count; block++)
        {
            var count = blocks.Blocks.Count(block);
            if (count > 0)
            {
                counts.Add(Simulation.Voxels.Palette.NameOf(block), count);
            }
        }

        return counts;
    }
}

/// <summary>The blueprints of a folder.</summary>
internal sealed record BlueprintList(IReadOnlyList<BlueprintReport> Blueprints, IReadOnlyList<string> Broken);

/// <summary>A format that can be read and written.</summary>
internal sealed record FormatReport(string Id, string Extension, string Title);

/// <summary>Every format.</summary>
internal sealed record FormatList(IReadOnlyList<FormatReport> Formats);

/// <summary>What became of files that were to be imported.</summary>
internal sealed record ImportReport(
    int Files, int Imported, IReadOnlyList<string> Written, IReadOnlyDictionary<string, string> Rejected,
    IReadOnlyDictionary<string, string> Broken, IReadOnlyDictionary<string, int> Unmapped);

/// <summary>Files that were written.</summary>
internal sealed record WrittenReport(IReadOnlyList<string> Written);

/// <summary>How the results of the blueprint verbs look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BlueprintReport))]
[JsonSerializable(typeof(BlueprintList))]
[JsonSerializable(typeof(FormatList))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(WrittenReport))]
internal sealed partial class BlueprintJson : JsonSerializerContext;
