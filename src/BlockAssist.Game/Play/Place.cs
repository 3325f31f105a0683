using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>A land with a place on it for a site.</summary>
/// <param name="World">The land, lit.</param>
/// <param name="Frame">Where the site is.</param>
public sealed record Place(VoxelWorld World, SiteFrame Frame)
{
    // A multiple of a section; the site is in the middle of so much land.
    private const int Land = 128;
    private const int Height = 64;

    /// <summary>Makes a land.</summary>
    /// <param name="site">The size of the site.</param>
    /// <param name="seed">Fixes the land.</param>
    public static Place Create(GridSize site, uint seed)
    {
        var world = new VoxelWorld(new GridSize(Land, Math.Max(Height, Up(Landscape.SiteLevel + site.Height)), Land));
        var frame = SiteFrame.Centred(world.Size, site);
        new Landscape(seed).Fill(world, (frame.Origin, site));
        new SkyLight(world).Spread();
        return new Place(world, frame);
    }

    private static int Up(int cells) => (cells + VoxelWorld.SectionEdge - 1) / VoxelWorld.SectionEdge * VoxelWorld.SectionEdge;
}
