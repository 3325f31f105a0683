using System.Globalization;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Shelves;

/// <summary>A structure that can be chosen to be built.</summary>
public sealed class GalleryHouse
{
    /// <summary>Describes a structure.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="blocks">The structure.</param>
    /// <param name="isOwn">Whether a person brought it along.</param>
    public GalleryHouse(string name, BlockGrid blocks, bool isOwn)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        (Name, Blocks, IsOwn) = (name, blocks, isOwn);
        foreach (var block in Palette.Placeable)
        {
            var count = blocks.Blocks.Count(block);
            if (count > 0)
            {
                Materials.Add((block, count));
            }
        }

        Materials.Sort((a, b) => b.Count.CompareTo(a.Count));
        Size = $"{blocks.Size.Width} × {blocks.Size.Height} × {blocks.Size.Depth}";
        Count = Materials.Sum(material => material.Count);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The structure.</summary>
    public BlockGrid Blocks { get; }

    /// <summary>Whether a person brought it along; otherwise it is made up.</summary>
    public bool IsOwn { get; }

    /// <summary>Its width, height and depth, as they are shown.</summary>
    public string Size { get; }

    /// <summary>How many blocks it has.</summary>
    public int Count { get; }

    /// <summary>How many of each kind, most first.</summary>
    public List<(Block Block, int Count)> Materials { get; } = [];

    /// <summary>Makes up a house.</summary>
    /// <param name="site">The site it is to fit into.</param>
    /// <param name="seed">Which.</param>
    public static GalleryHouse MadeUp(GridSize site, ulong seed) => new(
        string.Create(CultureInfo.InvariantCulture, $"house-{seed}"), HouseGenerator.Generate(RoomForHouse(site), seed), isOwn: false);

    /// <summary>The goal of a site that has room for it.</summary>
    /// <param name="usual">The site if it has room; a larger one otherwise.</param>
    public BlockGrid Goal(GridSize usual)
    {
        if (Blocks.Size == usual)
        {
            return Blocks;
        }

        var site = new GridSize(
            Math.Clamp(Blocks.Size.Width + 2, usual.Width, SiteOptions.MaxEdge),
            Math.Clamp(Blocks.Size.Height + 2, usual.Height, SiteOptions.MaxEdge),
            Math.Clamp(Blocks.Size.Depth + 2, usual.Depth, SiteOptions.MaxEdge));
        var room = GoalPlacement.RoomFor(site, infiniteBlocks: true);
        return GoalPlacement.Place(Fits(Blocks.Size, room) ? Blocks : Scaled(Blocks, room), site, infiniteBlocks: true);
    }

    /// <summary>A structure made to fit into a room; null if nothing of it is left.</summary>
    internal static BlockGrid? Fitted(BlockGrid structure, GridSize room) => GoalPresets.Fit.Apply(structure, room, new SeededRandom(0)).Goal;

    private static bool Fits(GridSize size, GridSize room) => size.Width <= room.Width && size.Height <= room.Height && size.Depth <= room.Depth;

    private static BlockGrid Scaled(BlockGrid structure, GridSize room) => Fitted(structure, room) ?? structure;

    // The generator makes houses up to a size; a larger site has more land around it.
    private static GridSize RoomForHouse(GridSize site)
    {
        var room = GoalPlacement.RoomFor(site, infiniteBlocks: true);
        return new GridSize(Cut(room.Width), Cut(room.Height), Cut(room.Depth));
    }

    private static int Cut(int edge) => Math.Clamp(edge, HouseGenerator.MinExtent, HouseGenerator.MaxExtent);
}
