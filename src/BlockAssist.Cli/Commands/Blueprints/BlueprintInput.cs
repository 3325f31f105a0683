using System.CommandLine;
using System.CommandLine.Parsing;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary>What the blueprint verbs are told: files, folders, sizes.</summary>
internal static class BlueprintInput
{
    private const string FormatsAdvice = "'blockassist blueprint list --formats' names the formats that can be read.";

    /// <summary>One blueprint file.</summary>
    public static Argument<string> File() => new("file") { Description = "A blueprint file of any format; its content says which." };

    /// <summary>Blueprint files, and folders of them.</summary>
    public static Argument<string[]> Files() => new("files")
    {
        Description = "Blueprint files of any format, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>A size such as 11x10x10.</summary>
    public static Option<GridSize> Size(string name, GridSize usual, string description) => new(name)
    {
        Description = $"{description} Width x height x depth.",
        HelpName = "WxHxD",
        DefaultValueFactory = _ => usual,
        CustomParser = ParseSize,
    };

    /// <summary>Reads a blueprint; what is wrong with it is said with its name.</summary>
    public static BlueprintImport Read(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new ForeseenException(Directory.Exists(path) ? $"{path} is a folder, not a blueprint file" : $"{path} is not there", FormatsAdvice);
        }

        try
        {
            using var stream = System.IO.File.OpenRead(path);
            return BlueprintFiles.Import(stream, path);
        }
        catch (BlueprintFormatException error)
        {
            throw new ForeseenException($"{path}: {error.Message}", cause: error);
        }
    }

    /// <summary>The files that were named, and those in the folders that were named, in order; at least one.</summary>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> paths)
    {
        var files = FileTree.Expand(paths, [.. BlueprintFiles.Formats.Select(format => format.Extension)]);
        return files.Count > 0 ? files : throw new ForeseenException($"{string.Join(", ", paths)}: there is no blueprint file there", FormatsAdvice);
    }

    private static GridSize ParseSize(ArgumentResult result)
    {
        var parts = result.Tokens[^1].Value.Split('x', 'X', '×');
        if (parts.Length == 3
            && int.TryParse(parts[0], out var width) && int.TryParse(parts[1], out var height) && int.TryParse(parts[2], out var depth)
            && Math.Min(width, Math.Min(height, depth)) >= 4 && Math.Max(width, Math.Max(height, depth)) <= SiteOptions.MaxEdge)
        {
            return new GridSize(width, height, depth);
        }

        result.AddError($"'{result.Tokens[^1].Value}' is no size: write it as 11x10x10, each edge 4 to {SiteOptions.MaxEdge}.");
        return default;
    }
}
