using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Bench;

/// <summary>Lands that meshes are made of to see how long it takes: that of the game, and the kinds that others measure by.</summary>
/// <param name="Name">What kind.</param>
/// <param name="World">The land, lit.</param>
internal sealed record MeshLand(string Name, VoxelWorld World)
{
    private const uint Seed = 11;
    private const int Edge = 64;

    /// <summary>All kinds, the plainest first.</summary>
    public static IEnumerable<MeshLand> All()
    {
        yield return new MeshLand("around a site", BlockAssist.Game.Play.Place.Create(new GridSize(11, 10, 10), Seed).World);
        yield return Cube("hills", (x, y, z) => y < 20 + (18 * Wave(x, z, 21)) + (6 * Wave(z, x, 7)));
        yield return Cube("caves", (x, y, z) => Wave(x, y, 9) + Wave(y, z, 11) + Wave(z, x, 13) > 0.2);
        yield return Cube("noise", (x, y, z) => (Mixed(x, y, z) & 1) != 0);
    }

    /// <summary>The same land, where everything is in full light.</summary>
    public VoxelWorld Unlit()
    {
        var unlit = new VoxelWorld(World.Size);
        for (var cell = 0; cell < World.Size.Volume; cell++)
        {
            var at = World.Size.PosOf(cell);
            unlit.Set(at, World[at]);
        }

        return unlit;
    }

    private static MeshLand Cube(string name, Func<int, int, int, bool> isStone)
    {
        var world = new VoxelWorld(new GridSize(Edge, Edge, Edge));
        for (var cell = 0; cell < world.Size.Volume; cell++)
        {
            var at = world.Size.PosOf(cell);
            if (isStone(at.X, at.Y, at.Z))
            {
                world.Set(at, Material.Stone);
            }
        }

        new SkyLight(world).Spread();
        return new MeshLand(name, world);
    }

    private static double Wave(int a, int b, double length) => Math.Sin(a / length * 2.1) * Math.Cos(b / length * 1.7);

    private static uint Mixed(int x, int y, int z)
    {
        var mixed = unchecked(((uint)x * 374761393u) + ((uint)y * 668265263u) + ((uint)z * 2246822519u));
        mixed = unchecked((mixed ^ (mixed >> 15)) * 2654435761u);
        return mixed >> 16;
    }
}
