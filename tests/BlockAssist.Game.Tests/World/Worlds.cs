using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.World;

/// <summary>Small worlds to test with.</summary>
internal static class Worlds
{
    /// <summary>The edge of the world in cells.</summary>
    public const int Edge = 48;

    /// <summary>A world with a landscape in it, lit.</summary>
    public static VoxelWorld Land(uint seed)
    {
        var world = new VoxelWorld(new GridSize(Edge, Edge, Edge));
        new Landscape(seed).Fill(world, (new BlockPos(20, Landscape.SiteLevel, 20), new GridSize(8, 8, 8)));
        new SkyLight(world).Spread();
        return world;
    }

    /// <summary>A world of chance: each cell holds any material, air as often as all others together.</summary>
    public static VoxelWorld Chaos(ulong seed)
    {
        var world = new VoxelWorld(new GridSize(Edge, Edge, Edge));
        var random = new SeededRandom(seed);
        for (var cell = 0; cell < world.Size.Volume; cell++)
        {
            if (random.Next(2) == 0)
            {
                world.Set(world.Size.PosOf(cell), (Material)random.Next(Materials.Count));
            }
        }

        new SkyLight(world).Spread();
        return world;
    }
}
