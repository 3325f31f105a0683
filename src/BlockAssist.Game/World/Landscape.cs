using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.World;

/// <summary>Makes the land around a site: hills, a lake, beaches, trees, and level ground where the site is.</summary>
/// <param name="seed">Fixes it.</param>
public sealed class Landscape(uint seed)
{
    /// <summary>How high the water stands.</summary>
    public const int SeaLevel = 20;

    /// <summary>How high the ground of the site is: the last layer of dirt.</summary>
    public const int SiteLevel = 23;

    private const int Skirt = 14;
    private const float TreesAShare = 0.012f;

    /// <summary>Fills a world.</summary>
    /// <param name="world">The world; empty.</param>
    /// <param name="site">The box of the site in it: its lowest cell, and its size.</param>
    public void Fill(VoxelWorld world, (BlockPos Origin, GridSize Size) site)
    {
        ArgumentNullException.ThrowIfNull(world);
        for (var x = 0; x < world.Size.Width; x++)
        {
            for (var z = 0; z < world.Size.Depth; z++)
            {
                FillColumn(world, x, z, HeightAt(x, z, site));
            }
        }

        for (var x = 3; x < world.Size.Width - 3; x++)
        {
            for (var z = 3; z < world.Size.Depth - 3; z++)
            {
                PlantAt(world, x, z, site);
            }
        }
    }

    /// <summary>How high the ground of a column is.</summary>
    public int HeightAt(int x, int z, (BlockPos Origin, GridSize Size) site)
    {
        var hills = 13f + (18f * Noise.At(x / 40f, z / 40f, seed)) + (5f * Noise.At(x / 13f, z / 13f, seed + 1));
        var distance = Distance(x, z, site);
        var share = Math.Clamp((distance - 3f) / Skirt, 0, 1);
        share = share * share * (3 - (2 * share));
        return (int)MathF.Round(SiteLevel + ((hills - SiteLevel) * share));
    }

    private static float Distance(int x, int z, (BlockPos Origin, GridSize Size) site)
    {
        var dx = Math.Max(Math.Max(site.Origin.X - x, x - (site.Origin.X + site.Size.Width - 1)), 0);
        var dz = Math.Max(Math.Max(site.Origin.Z - z, z - (site.Origin.Z + site.Size.Depth - 1)), 0);
        return MathF.Sqrt((dx * dx) + (dz * dz));
    }

    private static void FillColumn(VoxelWorld world, int x, int z, int height)
    {
        var cells = world.Fill();
        var isShore = height <= SeaLevel + 1;
        for (var y = 0; y < world.Size.Height; y++)
        {
            var material =
                y == 0 ? Material.Bedrock
                : y > height ? (y <= SeaLevel ? Material.Water : Material.Air)
                : y < height - 3 ? Material.Stone
                : isShore ? Material.Sand
                : Material.Dirt;
            cells[world.IndexOf(x, y, z)] = (byte)material;
        }
    }

    private void PlantAt(VoxelWorld world, int x, int z, (BlockPos Origin, GridSize Size) site)
    {
        var height = HeightAt(x, z, site);
        if (Noise.Lattice(x, z, seed + 2) > TreesAShare || height <= SeaLevel + 1 || Distance(x, z, site) < 7)
        {
            return;
        }

        var trunk = 4 + (int)(3 * Noise.Lattice(x, z, seed + 3));
        if (height + trunk + 3 >= world.Size.Height)
        {
            return;
        }

        for (var up = trunk - 2; up <= trunk + 1; up++)
        {
            PlantCrown(world, new BlockPos(x, height + 1 + up, z), up >= trunk ? 1 : 2);
        }

        for (var up = 0; up < trunk; up++)
        {
            world.Fill()[world.IndexOf(x, height + 1 + up, z)] = (byte)Material.Log;
        }
    }

    private void PlantCrown(VoxelWorld world, BlockPos middle, int radius)
    {
        var cells = world.Fill();
        for (var dx = -radius; dx <= radius; dx++)
        {
            for (var dz = -radius; dz <= radius; dz++)
            {
                var isCorner = Math.Abs(dx) == radius && Math.Abs(dz) == radius;
                var cell = world.IndexOf(middle.X + dx, middle.Y, middle.Z + dz);
                if (cells[cell] == (byte)Material.Air && !(isCorner && Noise.Lattice(middle.X + dx, middle.Z + dz + middle.Y, seed + 4) < 0.6f))
                {
                    cells[cell] = (byte)Material.Leaves;
                }
            }
        }
    }
}
