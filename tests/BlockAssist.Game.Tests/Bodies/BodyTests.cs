using BlockAssist.Game.Bodies;
using BlockAssist.Game.Tests.World;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Game.Tests.Bodies;

public sealed class BodyTests
{
    private const double West = 90;
    private const double East = 270;
    private const int Ground = 4;

    [Fact]
    public void Through_chaos_it_never_gets_into_a_cell_and_never_moves_faster_than_it_may() =>
        Gen.ULong.Sample(
            seed =>
            {
                var random = new SeededRandom(seed);
                var world = Worlds.Chaos(seed);
                var body = new Body(world, new Location(24.5, random.Next(40), 24.5));
                for (var stretch = 0; stretch < 60; stretch++)
                {
                    var (gait, yaw) = (SomeGaits.Any(random), random.NextDouble() * 360);
                    for (var tick = random.Next(1, 40); tick > 0; tick--)
                    {
                        TickAndCheck(world, body, gait, yaw);
                    }
                }
            },
            iter: 60, threads: 1);

    [Fact]
    public void Sneaking_it_never_falls() =>
        Gen.ULong.Sample(
            seed =>
            {
                var random = new SeededRandom(seed);
                var world = Worlds.Chaos(seed);
                Clear(world, Material.Water);
                var body = new Body(world, new Location(24.5, 40, 24.5));
                for (var stretch = 0; stretch < 30; stretch++)
                {
                    // However it came there: running, jumping, off an edge.
                    Run(body, SomeGaits.Any(random) with { Fly = false, Sneak = false }, random.NextDouble() * 360, 20);
                    var wasOnGround = body.OnGround;
                    var height = body.Feet.Y;
                    var sneak = new Gait { Forward = random.Next(3) - 1, Strafe = random.Next(3) - 1, Sneak = true };
                    for (var (tick, yaw) = (0, random.NextDouble() * 360); tick < 90 && wasOnGround; tick++)
                    {
                        body.Tick(sneak, yaw);
                        Assert.Equal(height, body.Feet.Y);
                    }
                }
            },
            iter: 60, threads: 1);

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e5)]
    public void No_speed_takes_it_through_a_wall(double distance)
    {
        var world = Flat();
        world.Set(new BlockPos(30, Ground + 1, 8), Material.Glass);
        var obstacles = new Obstacles(world);
        var box = new Box(new Location(8.5, Ground, 8.5));

        var x = obstacles.Sweep(box, Axis.X, distance, out var isBlocked);
        var down = obstacles.Sweep(box.At(Axis.Y, 40), Axis.Y, -distance, out _);

        Assert.True(isBlocked);
        Assert.Equal(29.7, x, 1e-5);
        Assert.Equal(Ground, down);
        Assert.True(obstacles.IsFree(box.At(Axis.X, x)));
    }

    [Fact]
    public void It_jumps_a_block_and_a_quarter_high()
    {
        var body = new Body(Flat(), new Location(8.5, Ground, 8.5));
        var highest = 0.0;
        body.Tick(new Gait { Jump = true }, 0);
        for (var tick = 0; tick < 120; tick++)
        {
            body.Tick(default, 0);
            highest = Math.Max(highest, body.Feet.Y - Ground);
        }

        Assert.InRange(highest, 1.24, 1.2501);
        Assert.Equal(Ground, body.Feet.Y);
        Assert.True(body.OnGround);
    }

    [Theory]
    [InlineData(false, false, Speeds.Walk)]
    [InlineData(true, false, Speeds.Sprint)]
    [InlineData(true, true, Speeds.Sneak)]
    public void It_goes_as_fast_as_it_should(bool sprint, bool sneak, double speed)
    {
        var body = new Body(Flat(), new Location(4.5, Ground, 8.5));
        var gait = new Gait { Forward = 1, Strafe = 0, Sprint = sprint, Sneak = sneak };
        Run(body, gait, East, 60);
        var from = body.Feet;
        Run(body, gait, East, 60);

        Assert.Equal(speed, body.Feet.X - from.X, 0.01);
        Assert.Equal(8.5, body.Feet.Z, 1e-6);
    }

    [Fact]
    public void Diagonally_it_is_no_faster()
    {
        var body = new Body(Flat(), new Location(24.5, Ground, 24.5));

        Run(body, new Gait { Forward = 1, Strafe = 1 }, East, 60);

        Assert.Equal(Speeds.Walk, body.Velocity.Level, 0.01);
    }

    [Fact]
    public void A_step_stops_it_unless_it_jumps_by_itself()
    {
        var world = Flat();
        for (var z = 0; z < 48; z++)
        {
            world.Set(new BlockPos(12, Ground, z), Material.Stone);
        }

        var stopped = new Body(world, new Location(8.5, Ground, 8.5));
        var jumping = new Body(world, new Location(8.5, Ground, 8.5));
        Run(stopped, new Gait { Forward = 1 }, East, 120);
        Run(jumping, new Gait { Forward = 1, AutoJump = true }, East, 120);

        Assert.Equal(11.7, stopped.Feet.X, 1e-5);
        Assert.True(jumping.Feet.X > 13);
    }

    [Fact]
    public void Flying_it_keeps_its_height_until_told_otherwise()
    {
        var body = new Body(Flat(), new Location(24.5, 12, 24.5));

        Run(body, new Gait { Fly = true }, 0, 60);
        var hovering = body.Feet.Y;
        Run(body, new Gait { Fly = true, Up = true }, 0, 60);
        var risen = body.Feet.Y;
        Run(body, new Gait { Fly = true, Down = true }, 0, 240);

        Assert.Equal(12, hovering);
        Assert.InRange(risen - hovering, 6, Speeds.FlyRise);
        Assert.Equal(Ground, body.Feet.Y);
        Assert.True(body.OnGround);
    }

    [Fact]
    public void It_swims_up_and_gets_ashore()
    {
        var world = Flat();
        for (var x = 0; x < 24; x++)
        {
            for (var z = 0; z < 48; z++)
            {
                for (var y = Ground; y < 10; y++)
                {
                    world.Set(new BlockPos(x, y, z), Material.Water);
                }
            }
        }

        for (var z = 0; z < 48; z++)
        {
            for (var y = Ground; y < 11; y++)
            {
                world.Set(new BlockPos(24, y, z), Material.Stone);
            }
        }

        var body = new Body(world, new Location(20.5, Ground, 24.5));
        body.Tick(default, East);
        Assert.True(body.InWater);
        for (var tick = 0; tick < 600 && body.Feet.X < 24.2; tick++)
        {
            body.Tick(new Gait { Forward = 1, Jump = true }, East);
        }

        Assert.True(body.Feet.X >= 24.2 && body.Feet.Y >= 11);
    }

    [Fact]
    public void Put_into_a_wall_it_comes_out_on_top()
    {
        var world = Flat();
        world.Set(new BlockPos(8, Ground, 8), Material.Stone);
        world.Set(new BlockPos(8, Ground + 1, 8), Material.Stone);

        var body = new Body(world, new Location(8.5, Ground, 8.5));

        Assert.Equal(new Location(8.5, Ground + 2, 8.5), body.Feet);
    }

    [Fact]
    public void Between_ticks_it_is_drawn_in_between()
    {
        var body = new Body(Flat(), new Location(24.5, Ground, 24.5));
        Run(body, new Gait { Forward = 1 }, West, 30);
        var before = body.Feet;
        body.Tick(new Gait { Forward = 1 }, West);

        Assert.Equal(before, body.FeetAt(0));
        Assert.Equal(body.Feet, body.FeetAt(1));
        Assert.Equal((before.X + body.Feet.X) / 2, body.FeetAt(0.5).X, 1e-12);
        Assert.Equal(body.Feet.Y + Body.EyeHeight, body.EyesAt(1).Y);
    }

    [Fact]
    public void A_tick_allocates_nothing()
    {
        var body = new Body(Worlds.Land(4), new Location(24.5, 40, 24.5));
        Run(body, new Gait { Forward = 1, Jump = true }, 20, 200);
        Assert.Equal(0, Garbage.Of(() => Run(body, new Gait { Forward = 1, Sneak = true }, 40, 2000)));
    }

    private static void TickAndCheck(VoxelWorld world, Body body, in Gait gait, double yaw)
    {
        var (before, speedBefore) = (body.Feet, body.Velocity.Level);
        body.Tick(gait, yaw);
        var way = new Velocity(body.Feet.X - before.X, body.Feet.Y - before.Y, body.Feet.Z - before.Z);
        var fastest = Math.Max(speedBefore, gait.Speed(body.InWater)) * Body.TickSeconds;
        Assert.True(way.Level <= fastest + 1e-9, $"{way.Level} of {fastest}");
        Assert.True(Math.Abs(way.Y) <= Speeds.Fall * Body.TickSeconds);
        Assert.Empty(SolidCellsIn(world, body));
    }

    // By hand, cell by cell, and not by the code that is tested.
    private static IEnumerable<BlockPos> SolidCellsIn(VoxelWorld world, Body body)
    {
        var feet = body.Feet;
        return
            from x in Enumerable.Range((int)Math.Floor(feet.X) - 1, 3)
            from y in Enumerable.Range((int)Math.Floor(feet.Y) - 1, 4)
            from z in Enumerable.Range((int)Math.Floor(feet.Z) - 1, 3)
            let at = new BlockPos(x, y, z)
            where world[at].IsSolid() || x < 0 || z < 0 || x >= Worlds.Edge || z >= Worlds.Edge
            where feet.X + 0.3 > x && feet.X - 0.3 < x + 1 && feet.Y + 1.8 > y && feet.Y < y + 1 && feet.Z + 0.3 > z && feet.Z - 0.3 < z + 1
            select at;
    }

    private static void Run(Body body, in Gait gait, double yaw, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            body.Tick(gait, yaw);
        }
    }

    private static void Clear(VoxelWorld world, Material material)
    {
        for (var cell = 0; cell < world.Size.Volume; cell++)
        {
            var at = world.Size.PosOf(cell);
            if (world[at] == material)
            {
                world.Set(at, Material.Air);
            }
        }
    }

    private static VoxelWorld Flat()
    {
        var world = new VoxelWorld(new GridSize(48, 48, 48));
        for (var x = 0; x < 48; x++)
        {
            for (var z = 0; z < 48; z++)
            {
                for (var y = 0; y < Ground; y++)
                {
                    world.Set(new BlockPos(x, y, z), Material.Stone);
                }
            }
        }

        return world;
    }
}
