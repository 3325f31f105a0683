using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class AssistantSeatTests : IDisposable
{
    private static readonly BlockPos Near = new(2, 2, 1);
    private static readonly BuilderAction PlaceNear = BuilderAction.Place(SomeSession.SiteSize.CellAt(Near), Block.Stone);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_it_will_do_is_known_half_a_second_before()
    {
        using var session = Start(PlaceNear);
        var seat = session.Assistant!;

        session.Advance(299);
        Assert.Null(seat.Intent);
        session.Advance(300);
        Assert.Equal(new Intent(PlaceNear, Near, Block.Stone, new BlockPos(1, 2, 0), 800), seat.Intent);
        session.Advance(799);
        Assert.Equal(Block.Air, session.BlockAt(Near));
        session.Advance(800);
        Assert.Equal(Block.Stone, session.BlockAt(Near));
        Assert.Null(seat.Intent);
    }

    [Fact]
    public void What_became_impossible_meanwhile_is_dropped()
    {
        using var session = Start(PlaceNear);
        session.Advance(500);
        session.PlaceAt(Near, Block.Wool);
        session.Advance(800);

        Assert.Equal(Block.Wool, session.BlockAt(Near));
        Assert.Equal(1, session.Assistant!.Dropped);
        Assert.Equal(default, session.Result().Assistant);
    }

    [Fact]
    public void It_puts_no_block_into_the_player_even_where_only_an_elbow_is()
    {
        using var session = Start(PlaceNear);
        session.Body.Put(session.Frame.ToWorld(new Location(2.5, 2, 2.1)));
        session.Advance(800);

        Assert.Equal(new BlockPos(2, 2, 2), session.Site.LocationOf(0).Cell);
        Assert.Equal(Block.Air, session.BlockAt(Near));
        Assert.Equal(1, session.Assistant!.Dropped);
    }

    [Fact]
    public void Paused_it_forgets_what_it_was_about_to_do()
    {
        using var session = Start(PlaceNear, BuilderAction.Move(ActionType.MovePosZ));
        session.Advance(500);
        session.Assistant!.IsPaused = true;
        Assert.Null(session.Assistant.Intent);
        session.Advance(5000);
        session.Assistant.IsPaused = false;
        session.Advance(5799);
        Assert.Equal(new BlockPos(1, 2, 0), session.Site.LocationOf(1).Cell);
        session.Advance(5800);

        Assert.Equal(Block.Air, session.BlockAt(Near));
        Assert.Equal(new BlockPos(1, 2, 1), session.Site.LocationOf(1).Cell);
    }

    [Fact]
    public void Its_speed_can_be_set_at_any_time()
    {
        using var session = Start([.. Enumerable.Repeat(BuilderAction.Move(ActionType.MovePosZ), 8)]);
        session.Assistant!.ActionMilliseconds = 10_000;
        session.Advance(790);
        session.Assistant.ActionMilliseconds = 100;
        session.Advance(1200);

        Assert.Equal(new BlockPos(1, 2, 5), session.Site.LocationOf(1).Cell);
        Assert.Throws<ArgumentOutOfRangeException>(() => session.Assistant.ActionMilliseconds = 0);
    }

    [Fact]
    public void Between_two_cells_it_is_drawn_in_between()
    {
        using var session = Start(BuilderAction.Move(ActionType.MovePosZ));
        session.Advance(800);

        Assert.Equal(new Location(1.5, 2, 0.5), session.Frame.ToSite(session.Assistant!.FeetAt(800)));
        Assert.Equal(new Location(1.5, 2, 1), session.Frame.ToSite(session.Assistant.FeetAt(1000)));
        Assert.Equal(new Location(1.5, 2, 1.5), session.Frame.ToSite(session.Assistant.FeetAt(9000)));
    }

    private BuildSession Start(params BuilderAction[] actions) =>
        SomeSession.Start(_folder.File("session.bae"), new AssistantOptions { Policy = new ScriptedPolicy(actions) });
}
