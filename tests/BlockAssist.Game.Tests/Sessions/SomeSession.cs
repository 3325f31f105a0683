using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Sources;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>Sessions on small land, to test with.</summary>
internal static class SomeSession
{
    public static readonly GridSize SiteSize = new(11, 10, 10);

    private static readonly GridSize WorldSize = new(48, 48, 48);

    public static SiteFrame Frame { get; } = SiteFrame.Centred(WorldSize, SiteSize);

    public static VoxelWorld Land(uint seed = 5)
    {
        var world = new VoxelWorld(WorldSize);
        new Landscape(seed).Fill(world, (Frame.Origin, Frame.Size));
        return world;
    }

    public static BlockGrid Goal() =>
        GoalPlacement.Place(new TutorialGoal().Generate(GoalPlacement.RoomFor(SiteSize, infiniteBlocks: true), new SeededRandom(3)), SiteSize, infiniteBlocks: true);

    public static BuildSession Start(string path, AssistantOptions? assistant = null) =>
        BuildSession.Start(Land(), Frame, new SessionOptions { Path = path, Goal = Goal(), GoalName = "tutorial", Assistant = assistant });

    /// <summary>A session that starts among blocks of chance.</summary>
    public static BuildSession Among(int blocksInAHundred, ulong seed, string path)
    {
        var (goal, random) = (Goal(), new SeededRandom(seed));
        var start = new BuildSite(new SiteOptions { Size = SiteSize, Builders = [new BuilderOptions { IsHuman = true }] }, goal).Capture();
        for (var cell = 0; cell < SiteSize.Volume; cell++)
        {
            var at = SiteSize.PosOf(cell);
            if (start.Blocks[cell] == Block.Air && (at.X, at.Z) != (0, 0) && random.Next(100) < blocksInAHundred)
            {
                start.Blocks[cell] = Block.Stone;
            }
        }

        return BuildSession.Start(Land(), Frame, new SessionOptions { Path = path, Goal = goal, Start = start });
    }

    /// <summary>Puts the player's feet into the middle of a cell of the site, and lets a tick pass.</summary>
    public static void Stand(this BuildSession session, BlockPos cell)
    {
        session.Body.Put(session.Frame.ToWorld(Location.Standing(cell)));
        session.Advance(session.Time + 17);
    }

    /// <summary>Looks at the middle of a face of a cell of the site.</summary>
    public static void LookAt(this BuildSession session, BlockPos cell, BlockPos face = default)
    {
        var eye = session.Aim.Eye;
        var middle = session.Frame.ToWorld(cell);
        var (x, y, z) = (middle.X + 0.5 + (face.X * 0.5) - eye.X, middle.Y + 0.5 + (face.Y * 0.5) - eye.Y, middle.Z + 0.5 + (face.Z * 0.5) - eye.Z);
        session.Yaw = double.RadiansToDegrees(Math.Atan2(-x, z));
        session.Pitch = double.RadiansToDegrees(Math.Atan2(-y, Math.Sqrt((x * x) + (z * z))));
    }

    public static Block BlockAt(this BuildSession session, BlockPos cell) => session.Site.Blocks[session.Site.Size.CellAt(cell)];

    /// <summary>Complains unless the world shows what the site has, cell by cell.</summary>
    public static void DemandMirror(this BuildSession session)
    {
        for (var cell = 0; cell < session.Site.Size.Volume; cell++)
        {
            Assert.Equal((Material)session.Site.Blocks[cell], session.World[session.Frame.ToWorld(session.Site.Size.PosOf(cell))]);
        }

        var light = session.World.Light.ToArray();
        new SkyLight(session.World).Spread();
        Assert.Equal(light, session.World.Light.ToArray());
    }
}
