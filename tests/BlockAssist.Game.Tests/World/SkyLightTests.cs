using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.World;

public sealed class SkyLightTests
{
    [Fact]
    public void Under_the_open_sky_it_is_bright_and_in_closed_rock_dark()
    {
        var world = Worlds.Land(3);

        for (var x = 0; x < Worlds.Edge; x++)
        {
            Assert.Equal(VoxelWorld.FullLight, Light(world, new BlockPos(x, Worlds.Edge - 1, x)));
            Assert.Equal(0, Light(world, new BlockPos(x, 1, x)));
        }
    }

    [Fact]
    public void Under_a_roof_it_gets_darker_by_one_a_cell()
    {
        var world = new VoxelWorld(new GridSize(32, 16, 32));
        for (var x = 4; x < 28; x++)
        {
            for (var z = 4; z < 28; z++)
            {
                world.Set(new BlockPos(x, 8, z), Material.Stone);
            }
        }

        new SkyLight(world).Spread();

        for (var inside = 0; inside < 12; inside++)
        {
            Assert.Equal(VoxelWorld.FullLight - 1 - inside, Light(world, new BlockPos(4 + inside, 5, 16)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Change_after_change_it_is_as_if_all_had_been_lit_anew(ulong seed)
    {
        var world = seed == 1 ? Worlds.Land(5) : Worlds.Chaos(seed);
        var light = new SkyLight(world);
        var random = new SeededRandom(seed);
        for (var change = 0; change < 60; change++)
        {
            var at = new BlockPos(random.Next(Worlds.Edge), random.Next(Worlds.Edge), random.Next(Worlds.Edge));
            world.Set(at, random.Next(2) == 0 ? Material.Air : Material.Stone);
            light.Update(at);
        }

        var kept = world.Light.ToArray();
        light.Spread();

        Assert.Equal(kept, world.Light.ToArray());
    }

    private static byte Light(VoxelWorld world, BlockPos at) => world.Light[world.IndexOf(at.X, at.Y, at.Z)];
}
