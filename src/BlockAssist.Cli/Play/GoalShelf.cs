using System.Globalization;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>Where episodes take their goals from: files in turn, or made-up houses without end.</summary>
/// <param name="options">The rules of the sites.</param>
/// <param name="blueprints">The structures; none: made-up houses.</param>
/// <param name="seed">The seed of the first made-up house.</param>
internal sealed class GoalShelf(SiteOptions options, IReadOnlyList<Blueprint> blueprints, ulong seed)
{
    /// <summary>Reads the blueprints of files and folders.</summary>
    public static GoalShelf Open(SiteOptions options, IReadOnlyList<string> paths, ulong seed) =>
        new(options, [.. (paths.Count > 0 ? BlueprintInput.Expand(paths) : []).Select(path => BlueprintInput.Read(path).Blueprint)], seed);

    /// <summary>The goal of an episode, of the size of the site, and its name.</summary>
    /// <exception cref="ForeseenException">The site has no room.</exception>
    public (string Name, BlockGrid Goal) Take(int episode)
    {
        if (blueprints.Count == 0)
        {
            var house = seed + (ulong)episode;
            return (string.Create(CultureInfo.InvariantCulture, $"house-{house}"), Place(HouseGenerator.Generate(RoomForHouse(options.Size, options.InfiniteBlocks), house)));
        }

        var blueprint = blueprints[episode % blueprints.Count];
        return (blueprint.Name, blueprint.Blocks.Size == options.Size ? blueprint.Blocks : Place(Fit(blueprint)));
    }

    /// <summary>The room that a site has for a made-up house.</summary>
    /// <exception cref="ForeseenException">It is too small or too large for one.</exception>
    public static GridSize RoomForHouse(GridSize site, bool infiniteBlocks)
    {
        var room = GoalPlacement.RoomFor(site, infiniteBlocks);
        return Math.Min(room.Width, Math.Min(room.Height, room.Depth)) >= HouseGenerator.MinExtent
            && Math.Max(room.Width, Math.Max(room.Height, room.Depth)) <= HouseGenerator.MaxExtent
            ? room
            : throw new ForeseenException(
                $"No house can be made up for a site of {site}",
                $"Its edges must leave {HouseGenerator.MinExtent} to {HouseGenerator.MaxExtent} blocks inside: 7 to 34 always do.");
    }

    private BlockGrid Fit(Blueprint blueprint) =>
        GoalPresets.Fit.Apply(blueprint.Blocks, Room(), new SeededRandom(seed)).Goal
        ?? throw new ForeseenException($"{blueprint.Name} cannot be fitted into a site of {options.Size}");

    private BlockGrid Place(BlockGrid structure) => GoalPlacement.Place(structure, options.Size, options.InfiniteBlocks);

    private GridSize Room() => GoalPlacement.RoomFor(options.Size, options.InfiniteBlocks);
}
