using BlockAssist.Game.Bodies;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>The assistant keeps out of the player's way.</summary>
public sealed class PersonalSpaceTests : IDisposable
{
    private const double South = 0;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_places_nothing_where_the_players_next_block_would_go()
    {
        var cell = new BlockPos(2, 2, 1);
        using var session = Start(BuilderAction.Place(SomeSession.SiteSize.CellAt(cell), Block.Stone));
        session.LookAt(cell with { Y = 1 }, new BlockPos(0, 1, 0));
        Assert.Equal(session.Frame.ToWorld(cell), session.Aimed!.Value.Before);
        session.Advance(400);
        Assert.Null(session.Assistant!.Intent);
        session.Advance(900);

        Assert.Equal((Block.Air, 1), (session.BlockAt(cell), session.Assistant.Dropped));
    }

    [Fact]
    public void One_that_can_be_told_builds_elsewhere_meanwhile()
    {
        var (aimedAt, other) = (new BlockPos(2, 2, 1), new BlockPos(5, 2, 5));
        using var session = SomeSession.Start(
            _folder.File("session.bae"), new AssistantOptions { Policy = new BelievingPolicy((aimedAt, Block.Stone, 0.99f), (other, Block.Stone, 0.99f)) });
        session.LookAt(aimedAt with { Y = 1 }, new BlockPos(0, 1, 0));
        session.Advance(12_000);
        Assert.Equal((Block.Air, Block.Stone), (session.BlockAt(aimedAt), session.BlockAt(other)));

        session.Pitch = -80;
        session.Advance(24_000);
        Assert.Equal(Block.Stone, session.BlockAt(aimedAt));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_steps_aside_when_the_player_walks_towards_it(int away)
    {
        using var session = Start();
        Meet(session, new BlockPos(1, 2, 0), away);
        session.Gait = new Gait { Forward = 1 };
        session.Advance(session.Time + 400);

        var at = session.Site.LocationOf(1).Cell;
        Assert.True(at.X is 0 or 2, $"It stands at {at}.");
        Assert.Equal(1, session.Result().Assistant.Moves);
    }

    [Fact]
    public void It_stays_where_nobody_comes_its_way()
    {
        foreach (var (gait, away) in new[] { (new Gait(), 1), (new Gait { Forward = -1 }, 1), (new Gait { Strafe = 1 }, 1), (new Gait { Forward = 0.01 }, 3) })
        {
            using var session = Start();
            Meet(session, new BlockPos(1, 2, 0), away);
            session.Gait = gait;
            session.Advance(session.Time + 100);

            Assert.Equal(new BlockPos(1, 2, 0), session.Site.LocationOf(1).Cell);
            session.Dispose();
            File.Delete(_folder.File("session.bae"));
        }
    }

    [Fact]
    public void Where_there_is_no_room_beside_it_stays()
    {
        using var session = Start();
        Meet(session, new BlockPos(1, 2, 0), 2);
        Assert.Null(session.PlaceAt(new BlockPos(0, 2, 0), Block.Stone));
        Assert.Null(session.PlaceAt(new BlockPos(2, 2, 0), Block.Stone));
        session.Gait = new Gait { Forward = 1 };
        session.Advance(session.Time + 300);

        Assert.Equal(new BlockPos(1, 2, 0), session.Site.LocationOf(1).Cell);
    }

    // The player stands south of the assistant and looks at it.
    private static void Meet(BuildSession session, BlockPos assistant, int away)
    {
        Assert.Equal(assistant, session.Site.LocationOf(1).Cell);
        session.Stand(assistant with { Z = assistant.Z + away });
        session.Yaw = South + 180;
    }

    private BuildSession Start(params BuilderAction[] actions) =>
        SomeSession.Start(_folder.File("session.bae"), new AssistantOptions { Policy = new ScriptedPolicy(actions) });
}
