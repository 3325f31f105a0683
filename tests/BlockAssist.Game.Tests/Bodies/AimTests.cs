using BlockAssist.Game.Bodies;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.Tests.World;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Game.Tests.Bodies;

public sealed class AimTests
{
    [Theory]
    [InlineData(270, 0, Face.NegX)]
    [InlineData(90, 0, Face.PosX)]
    [InlineData(0, 0, Face.NegZ)]
    [InlineData(180, 0, Face.PosZ)]
    [InlineData(0, 90, Face.PosY)]
    [InlineData(0, -90, Face.NegY)]
    public void It_meets_the_face_that_looks_at_the_eye(double yaw, double pitch, Face face)
    {
        var world = new VoxelWorld(new GridSize(16, 16, 16));
        var eye = new Location(8.5, 8.5, 8.5);
        var aim = new Aim(eye, yaw, pitch);
        var (x, y, z) = aim.Direction;
        var cell = new BlockPos(8 + (int)Math.Round(3 * x), 8 + (int)Math.Round(3 * y), 8 + (int)Math.Round(3 * z));
        world.Set(cell, Material.Stone);

        var hit = aim.Cast(world);

        Assert.NotNull(hit);
        Assert.Equal((cell, face), (hit.Value.Cell, hit.Value.Face));
        Assert.Equal(2.5, hit.Value.Distance, 1e-9);
        Assert.Null(aim.Cast(world, reach: 2.4));
    }

    [Fact]
    public void It_finds_what_small_steps_along_the_ray_find()
    {
        var world = Worlds.Chaos(7);
        Gen.Select(Gen.Double[2, 46], Gen.Double[2, 46], Gen.Double[2, 46], Gen.Double[0, 360], Gen.Double[-90, 90]).Sample((x, y, z, yaw, pitch) =>
        {
            // Not on the border between two cells, where it is a matter of taste which one the eye is in.
            var aim = new Aim(new Location(Inside(x), Inside(y), Inside(z)), yaw, pitch);

            var hit = aim.Cast(world, 12);

            var walked = Walk(world, aim, 12, out var before);
            if (hit is { } found && walked is { } stepped)
            {
                // A step may jump over a corner that the ray grazes.
                Assert.True(found.Distance <= stepped.Distance + 1e-3);
                Assert.True(found.Cell != stepped.Cell || found.Before == before || found.Distance > stepped.Distance - 2e-3);
            }
            else
            {
                Assert.True(walked is null);
            }

            if (hit is { } any)
            {
                Assert.True(world[any.Cell].IsSolid());
                var behind = Point(aim, any.Distance + 1e-9).Cell;
                Assert.True(Math.Abs(behind.X - any.Cell.X) + Math.Abs(behind.Y - any.Cell.Y) + Math.Abs(behind.Z - any.Cell.Z) <= 1);
            }
        }, iter: 2000, threads: 1);
    }

    [Fact]
    public void The_cell_of_the_eye_and_water_are_looked_through()
    {
        var world = new VoxelWorld(new GridSize(16, 16, 16));
        world.Set(new BlockPos(8, 8, 8), Material.Stone);
        world.Set(new BlockPos(9, 8, 8), Material.Water);
        world.Set(new BlockPos(10, 8, 8), Material.Glass);

        Assert.Equal(new BlockPos(10, 8, 8), new Aim(new Location(8.5, 8.5, 8.5), 270, 0).Cast(world)!.Value.Cell);
    }

    private static double Inside(double coordinate) => Math.Floor(coordinate) + 0.01 + (0.98 * (coordinate - Math.Floor(coordinate)));

    private static (BlockPos Cell, double Distance)? Walk(VoxelWorld world, in Aim aim, double reach, out BlockPos before)
    {
        before = aim.Eye.Cell;
        for (var distance = 0.0; distance <= reach; distance += 1e-3)
        {
            var cell = Point(aim, distance).Cell;
            if (cell != aim.Eye.Cell && world.Size.Contains(cell) && world[cell].IsSolid())
            {
                return (cell, distance);
            }

            before = cell;
        }

        return null;
    }

    private static Location Point(in Aim aim, double distance)
    {
        var (x, y, z) = aim.Direction;
        return new Location(aim.Eye.X + (x * distance), aim.Eye.Y + (y * distance), aim.Eye.Z + (z * distance));
    }
}
