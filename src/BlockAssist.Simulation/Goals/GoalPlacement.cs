using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>Where a goal stands in its site.</summary>
/// <remarks>
/// MBAG's rule: one cell of the site stays free on every side but the top, so that builders can walk around the goal. The
/// goal's bottom layer replaces the dirt of the ground, air included. Where blocks are not infinite, the eastern edge of
/// the site is the palette from which builders take them.
/// </remarks>
public static class GoalPlacement
{
    private static readonly BlockPos Corner = new(1, 1, 1);

    /// <summary>The room for a goal in a site.</summary>
    /// <param name="siteSize">The size of the site: at least 3×3×3, or 4×3×3 if blocks are not infinite.</param>
    /// <param name="infiniteBlocks">Whether builders need not take blocks from the palette.</param>
    public static GridSize RoomFor(GridSize siteSize, bool infiniteBlocks)
    {
        var room = new GridSize(siteSize.Width - (infiniteBlocks ? 2 : 3), siteSize.Height - 2, siteSize.Depth - 2);
        return Math.Min(room.Width, Math.Min(room.Height, room.Depth)) > 0
            ? room
            : throw new ArgumentOutOfRangeException(nameof(siteSize), siteSize, "The site has no room for a goal.");
    }

    /// <summary>The goal as the whole site: the ground, the structure on it, and the palette if there is one.</summary>
    /// <param name="structure">What is to be built; at most as large as the room.</param>
    /// <param name="siteSize">The size of the site.</param>
    /// <param name="infiniteBlocks">Whether builders need not take blocks from the palette.</param>
    public static BlockGrid Place(BlockGrid structure, GridSize siteSize, bool infiniteBlocks)
    {
        var room = RoomFor(siteSize, infiniteBlocks);
        if (!structure.Size.FitsInto(room))
        {
            throw new ArgumentException($"The structure is {structure.Size}, the room only {room}.", nameof(structure));
        }

        var site = SiteGround.Reset(siteSize);
        site.Paste(structure, Corner);
        if (!infiniteBlocks)
        {
            AddPalette(site);
        }

        return site;
    }

    private static void AddPalette(BlockGrid site)
    {
        var placeable = Palette.Placeable;
        for (var z = 0; z < Math.Min(placeable.Length, site.Size.Depth); z++)
        {
            site[site.Size.Width - 1, SiteGround.Surface, z] = placeable[z];
        }
    }
}
