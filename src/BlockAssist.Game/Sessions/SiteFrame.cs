using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>Where a site lies in the world: site cells and places to those of the world, and back.</summary>
/// <param name="Origin">The cell of the world that is cell (0, 0, 0) of the site.</param>
/// <param name="Size">The size of the site.</param>
public readonly record struct SiteFrame(BlockPos Origin, GridSize Size)
{
    /// <summary>A site in the middle of a world, its layer of dirt (y = 1) at the level of the land.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The world is too small.</exception>
    public static SiteFrame Centred(GridSize world, GridSize site)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(site.Width, world.Width, nameof(site));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(site.Depth, world.Depth, nameof(site));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(site.Height + Landscape.SiteLevel - 1, world.Height, nameof(site));
        return new SiteFrame(new BlockPos((world.Width - site.Width) / 2, Landscape.SiteLevel - 1, (world.Depth - site.Depth) / 2), site);
    }

    /// <summary>Whether a cell of the world is in the site.</summary>
    public bool Contains(BlockPos world) => Size.Contains(world - Origin);

    /// <summary>A cell of the site as one of the world.</summary>
    public BlockPos ToWorld(BlockPos site) => site + Origin;

    /// <summary>A cell of the world as one of the site; outside of it, if the cell is.</summary>
    public BlockPos ToSite(BlockPos world) => world - Origin;

    /// <summary>A place in the site as one in the world.</summary>
    public Location ToWorld(in Location site) => new(site.X + Origin.X, site.Y + Origin.Y, site.Z + Origin.Z);

    /// <summary>A place in the world as one in the site.</summary>
    public Location ToSite(in Location world) => new(world.X - Origin.X, world.Y - Origin.Y, world.Z - Origin.Z);
}
