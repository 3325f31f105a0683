using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Shelves;

/// <summary>The blueprints that a person brought along: files in a folder of the node.</summary>
/// <param name="folder">The folder; it need not be there.</param>
/// <param name="site">The site that what is brought along is made to fit into.</param>
public sealed class OwnHouses(string folder, GridSize site)
{
    /// <summary>The files, by name.</summary>
    public IReadOnlyList<string> Files() =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, $"*{BlueprintFormat.Goal.Extension}").Order(StringComparer.OrdinalIgnoreCase)] : [];

    /// <summary>Reads one of them; null if it is broken.</summary>
    public static GalleryHouse? Read(string path)
    {
        try
        {
            var blueprint = Open(path).Blueprint;
            return new GalleryHouse(blueprint.Name, blueprint.Blocks, isOwn: true);
        }
        catch (Exception error) when (error is BlueprintFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Makes a goal of any blueprint file and keeps it.</summary>
    /// <returns>The house, or a sentence that says why there is none.</returns>
    public (GalleryHouse? House, string? Trouble) Import(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (Directory.Exists(path))
            {
                return (null, $"{name} is a folder. Drop a blueprint file.");
            }

            var import = Open(path);
            if (GalleryHouse.Fitted(import.Blueprint.Blocks, GoalPlacement.RoomFor(site, infiniteBlocks: true)) is not { } blocks)
            {
                return (null, $"Nothing of {name} is left when it is made to fit the site.");
            }

            var blueprint = import.Blueprint with { Blocks = blocks };
            AtomicFile.Write(FreeName(Path.GetFileNameWithoutExtension(path)), stream => stream.Write(BlueprintFiles.Export(blueprint, BlueprintFormat.Goal)));
            return (new GalleryHouse(blueprint.Name, blocks, isOwn: true), null);
        }
        catch (Exception error) when (error is BlueprintFormatException or IOException or UnauthorizedAccessException)
        {
            return (null, error is BlueprintFormatException format ? $"{name} is no blueprint: {format.What}." : $"{name} cannot be imported: {error.Message}");
        }
    }

    private static BlueprintImport Open(string path)
    {
        using var stream = File.OpenRead(path);
        return BlueprintFiles.Import(stream, path);
    }

    private string FreeName(string name)
    {
        var path = Path.Combine(folder, name + BlueprintFormat.Goal.Extension);
        for (var number = 2; File.Exists(path); number++)
        {
            path = Path.Combine(folder, $"{name}-{number}{BlueprintFormat.Goal.Extension}");
        }

        return path;
    }
}
