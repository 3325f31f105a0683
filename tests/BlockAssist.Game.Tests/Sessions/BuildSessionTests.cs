using BlockAssist.Game.Bodies;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class BuildSessionTests : IDisposable
{
    private const double East = 270;
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("session.bae");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void At_the_start_the_world_shows_the_site_and_the_player_stands_in_it()
    {
        using var session = SomeSession.Start(File);

        session.DemandMirror();
        Assert.Equal(new Location(0.5, 2, 0.5), session.Frame.ToSite(session.Body.Feet));
        Assert.False(session.IsOutside);
    }

    [Fact]
    public void It_can_start_from_any_state()
    {
        var goal = SomeSession.Goal();
        var bare = new BuildSite(new SiteOptions { Size = goal.Size, Builders = [new BuilderOptions { IsHuman = true }] }, goal).Capture();
        var start = bare with { Blocks = goal, Locations = [Location.Standing(new BlockPos(5, 5, 5))] };
        using var session = BuildSession.Start(SomeSession.Land(), SomeSession.Frame, new SessionOptions { Path = File, Goal = goal, Start = start });

        session.DemandMirror();
        Assert.True(session.IsComplete);
        Assert.Equal(new Location(5.5, 5, 5.5), session.Frame.ToSite(session.Body.Feet));
        Assert.Equal((0, 1), (session.Progress.Total.Left, session.Result().Progress.Share));
    }

    [Fact]
    public void What_cannot_be_recorded_leaves_no_file()
    {
        var options = new SessionOptions { Path = File, Goal = SomeSession.Goal(), PlayerName = new string('x', 10_000) };

        Assert.Throws<ArgumentOutOfRangeException>(() => BuildSession.Start(SomeSession.Land(), SomeSession.Frame, options));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Feet_that_enter_a_cell_are_a_move()
    {
        using var session = SomeSession.Start(File);
        session.Gait = new Gait { Forward = 1 };
        session.Yaw = East;
        session.Advance(2000);

        var moved = session.Site.LocationOf(0).Cell.X;

        Assert.True(moved >= 7);
        Assert.Equal(moved, session.Result().Player.Moves);
        Assert.Equal(0, session.Corrections);
    }

    [Fact]
    public void Outside_nothing_is_said_and_who_comes_back_elsewhere_is_put_there()
    {
        using var session = SomeSession.Start(File);
        session.Gait = new Gait { Forward = 1 };
        session.Yaw = 90;
        session.Advance(500);
        session.Yaw = 0;
        session.Advance(1000);
        var (outside, feet, moves) = (session.IsOutside, session.Site.LocationOf(0).Cell, session.Result().Player.Moves);
        session.Yaw = East;
        session.Advance(2000);

        Assert.True(outside);
        Assert.Equal((new BlockPos(0, 2, 0), 0), (feet, moves));
        Assert.False(session.IsOutside);
        Assert.Equal(1, session.Corrections);
        Assert.True(session.Site.LocationOf(0).Cell.Z > 0);
    }

    [Fact]
    public void A_block_goes_to_the_face_aimed_at_and_comes_off_again()
    {
        using var session = SomeSession.Start(File);
        session.LookAt(new BlockPos(2, 1, 2), new BlockPos(0, 1, 0));

        Assert.Null(session.Place(Block.Planks));
        Assert.Equal(Block.Planks, session.BlockAt(new BlockPos(2, 2, 2)));
        session.DemandMirror();

        session.LookAt(new BlockPos(2, 2, 2));
        Assert.Null(session.Break());
        Assert.Equal(Block.Air, session.BlockAt(new BlockPos(2, 2, 2)));
        session.DemandMirror();
        Assert.Equal(new ActionCounts(0, 1, 1, 0), session.Result().Player);
    }

    [Fact]
    public void What_cannot_be_is_refused_with_a_reason_and_not_recorded()
    {
        using var session = SomeSession.Start(File, new AssistantOptions { Policy = new ScriptedPolicy() });
        session.Pitch = -90;

        Assert.Equal(Rejection.NothingInReach, session.Place(Block.Wool));
        Assert.Equal(Rejection.NothingInReach, session.EasyPlace());
        Assert.Equal(Rejection.OutsideSite, session.PlaceAt(new BlockPos(-1, 2, 0), Block.Wool));
        Assert.Equal(Rejection.OutsideSite, session.BreakAt(new BlockPos(-1, 1, 0)));
        Assert.Equal(Rejection.NotEmpty, session.PlaceAt(new BlockPos(3, 1, 3), Block.Wool));
        Assert.Equal(Rejection.NothingThere, session.BreakAt(new BlockPos(3, 3, 3)));
        Assert.Equal(Rejection.Unbreakable, session.BreakAt(new BlockPos(3, 0, 3)));
        Assert.Equal(Rejection.NotPlaceable, session.PlaceAt(new BlockPos(3, 2, 3), Block.Bedrock));
        Assert.Equal(Rejection.NotPlaceable, session.PlaceAt(new BlockPos(3, 2, 3), Block.Air));
        Assert.Equal(Rejection.OwnBody, session.PlaceAt(new BlockPos(0, 2, 0), Block.Wool));
        Assert.Equal(Rejection.OtherBody, session.PlaceAt(new BlockPos(1, 2, 0), Block.Wool));
        Assert.Equal(Rejection.NoSupport, session.PlaceAt(new BlockPos(4, 5, 4), Block.Wool));
        Assert.Equal(Rejection.NothingToUndo, session.Undo());
        Assert.Equal(0, session.Site.Timestep);
        session.DemandMirror();
    }

    [Fact]
    public void Where_the_body_only_reaches_into_a_cell_no_block_goes_either()
    {
        using var session = SomeSession.Start(File);
        session.Body.Put(session.Frame.ToWorld(new Location(3.8, 2, 3.5)));
        session.Advance(20);

        Assert.Equal(Rejection.OwnBody, session.PlaceAt(new BlockPos(4, 2, 3), Block.Wool));
        Assert.Null(session.PlaceAt(new BlockPos(5, 2, 3), Block.Wool));
    }

    [Fact]
    public void Easy_placing_takes_the_block_of_the_blueprint()
    {
        using var session = SomeSession.Start(File);
        session.Stand(new BlockPos(0, 2, 3));
        var ghost = new BlockPos(1, 2, 3);
        var floating = new BlockPos(1, 3, 3);
        var wanted = session.Site.Goal[session.Site.Size.CellAt(ghost)];
        session.LookAt(floating);

        Assert.True(wanted.IsPlaceable());
        Assert.Equal(Rejection.NoSupport, session.EasyPlace());
        session.LookAt(ghost);
        session.Layers = new LayerFilter(LayerMode.One, 5);
        Assert.Equal(Rejection.NotInBlueprint, session.EasyPlace());
        session.Layers = LayerFilter.All;
        Assert.Null(session.EasyPlace());
        Assert.Equal(wanted, session.BlockAt(ghost));
    }

    [Fact]
    public void Idle_time_becomes_padding()
    {
        using (var session = SomeSession.Start(File))
        {
            foreach (var (time, y) in new[] { (800, 2), (1600, 3), (2401, 4), (7000, 5), (7001, 6) })
            {
                session.Advance(time);
                Assert.Null(session.PlaceAt(new BlockPos(5, y, 5), Block.Stone));
            }

            session.Advance(9500);
            Assert.Equal(0 + 0 + 1 + 5 + 0 + 3 + 5, session.Site.Timestep);
            session.Finish();
        }

        PaddingCheck.Demand(File, 9500);
    }

    [Fact]
    public void Poses_are_kept_twenty_times_a_second()
    {
        using (var session = SomeSession.Start(File))
        {
            (session.Yaw, session.Pitch, session.Slot, session.Held) = (370, 95, 3, Block.Glass);
            session.Advance(1000);
            session.Finish();
        }

        var reader = EpisodeReader.Open(File, new EpisodeReaderOptions { Poses = true });
        var times = new List<long>();
        while (reader.Read() != EpisodeEntry.None)
        {
            if (times.LastOrDefault() != reader.Pose.Time)
            {
                times.Add(reader.Pose.Time);
                Assert.Equal((0, (byte)3, Block.Glass), (reader.Pose.Builder, reader.Pose.Slot, reader.Pose.Held));
                Assert.Equal((10.0, 90.0), (Math.Round(reader.Pose.Yaw), reader.Pose.Pitch));
                Assert.Equal(2, reader.Pose.Feet.Y);
            }
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(pose => 50L * pose), times);
    }

    [Fact]
    public void The_result_says_who_built_what()
    {
        using var session = SomeSession.Start(File, new AssistantOptions
        {
            Policy = new ScriptedPolicy(BuilderAction.Move(ActionType.MovePosZ), BuilderAction.Place(SomeSession.SiteSize.CellAt(1, 2, 2), Block.Log)),
        });
        session.Advance(1600);
        var goal = session.Site.Goal[SomeSession.SiteSize.CellAt(1, 2, 3)];
        Assert.Null(session.PlaceAt(new BlockPos(1, 2, 3), goal));

        var result = session.Finish();

        Assert.Equal(new ActionCounts(0, 1, 0, 0), result.Player);
        Assert.Equal(new ActionCounts(1, 1, 0, 0), result.Assistant);
        Assert.Equal(1600, result.Milliseconds);
        var isRight = session.Site.Goal[SomeSession.SiteSize.CellAt(1, 2, 2)] == Block.Log;
        Assert.Equal(isRight ? 0.5 : 0, result.AssistantShare);
        Assert.Equal(session.Site.GoalPercentageOf(0), result.GoalPercentage);
    }
}
