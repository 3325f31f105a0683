using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>The ground of a build site before anybody has built there.</summary>
public static class SiteGround
{
    /// <summary>The height of the first layer of air.</summary>
    public const int Surface = 2;

    /// <summary>A site as it is at the start: a layer of bedrock, a layer of dirt on it, air above.</summary>
    public static BlockGrid Reset(GridSize siteSize)
    {
        var site = new BlockGrid(siteSize);
        site.Fill(default, new BlockPos(siteSize.Width, 1, siteSize.Depth), Block.Bedrock);
        site.Fill(new BlockPos(0, 1, 0), new BlockPos(siteSize.Width, Surface, siteSize.Depth), Block.Dirt);
        return site;
    }
}
