using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>The ground of a build site before anybody has built there.</summary>
public static class SiteGround
{
    /// <summary>The height of the first layer of air.</summary>
    public const int Surface = 2;

    /// <summary>A site as it is at the start: a layer of bedrock, a layer of dirt on it, air above.</summary>
    public static BlockGrid Reset(GridSize siteSize)
    {
        var site = new BlockGrid(siteSize);
        Lay(site);
        return site;
    }

    /// <summary>Makes a site what it is at the start.</summary>
    public static void Lay(BlockGrid site)
    {
        for (var cell = 0; cell < site.Size.Volume; cell++)
        {
            site[cell] = site.Size.PosOf(cell).Y switch { 0 => Block.Bedrock, < Surface => Block.Dirt, _ => Block.Air };
        }
    }
}
