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
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            return BlueprintFiles.Import(stream, path);
        }
        catch (BlueprintFormatException error)
        {
            throw new ForeseenException($"{path}: {error.Message}", "'blockassist blueprint list --formats' names the formats that can be read.", error);
        }
    }

    /// <summary>The files that were named, and those in the folders that were named, in order.</summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths) => [.. paths.SelectMany(Expand)];

    private static IEnumerable<string> Expand(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => BlueprintFiles.Formats.Any(format => file.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal);
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
