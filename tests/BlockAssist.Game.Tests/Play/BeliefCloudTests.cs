using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Play;

/// <summary>Asks the assistant what it believes, in a window that nobody sees.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class BeliefCloudTests
{
    [Fact]
    public void While_the_key_is_held_one_sees_what_it_believes()
    {
        using var game = Play((new BlockPos(4, 2, 4), Block.Planks, 0.95f), (new BlockPos(5, 3, 4), Block.Planks, 0.6f), (new BlockPos(6, 2, 4), Block.Glass, 0.4f), (new BlockPos(7, 2, 4), Block.Glass, 0.2f));
        var without = game.Picture();
        Hold(game, GlfwKey.B);
        game.Keep("belief");

        Assert.Equal(3, game.Client.Loop!.Cloud.Shown);
        Assert.Equal(new BeliefView(false, 1, 2, new BlockPos(2, 2, 1)), game.Client.Loop.Cloud.View);
        Assert.True(Different(without, game.Picture()) > 0.01, "it is seen");
        game.Window.Events.Add(InputEvent.KeyUp(GlfwKey.B));
        game.Frames(3);
        Assert.True(Different(without, game.Picture()) < 0.01, "and gone");
    }

    [Fact]
    public void What_stands_by_now_is_in_no_cloud_but_in_the_whole()
    {
        using var game = Play((new BlockPos(4, 2, 4), Block.Planks, 0.7f), (new BlockPos(5, 2, 4), Block.Planks, 0.7f));
        Hold(game, GlfwKey.B);
        Assert.Null(game.Session.PlaceAt(new BlockPos(4, 2, 4), Block.Stone));
        game.Frames(1);

        Assert.Equal(1, game.Client.Loop!.Cloud.Shown);
        Assert.Equal(new BeliefView(false, 0, 1, new BlockPos(2, 1, 1)), game.Client.Loop.Cloud.View);
    }

    [Fact]
    public void Of_too_many_blocks_the_likeliest_are_shown_and_all_are_counted()
    {
        var cells = from x in Enumerable.Range(1, 9) from y in Enumerable.Range(2, 7) from z in Enumerable.Range(1, 8) select new BlockPos(x, y, z);
        using var game = Play([.. cells.Select(cell => (cell, Block.Stone, 0.3f + (0.05f * cell.Y)))]);
        Hold(game, GlfwKey.B);
        game.Keep("belief-many");

        var view = game.Client.Loop!.Cloud.View;
        Assert.Equal(9 * 7 * 8, view.Sure + view.Guesses);
        Assert.InRange(game.Client.Loop.Cloud.Shown, BeliefCloud.Most / 2, BeliefCloud.Most);
    }

    [Fact]
    public void One_that_sees_the_blueprint_says_so()
    {
        using var game = new SomeClient(assistant: true);
        game.Play();
        Hold(game, GlfwKey.B);
        game.Keep("belief-sees");

        Assert.Equal(new BeliefView(SeesGoal: true), game.Client.Loop!.Cloud.View);
        Assert.Equal(0, game.Client.Loop.Cloud.Shown);
    }

    [Fact]
    public void A_frame_with_the_cloud_allocates_nothing()
    {
        using var game = Play(BelievingPolicy.Wall(7, 3));
        game.Session.Assistant!.IsPaused = true;
        Hold(game, GlfwKey.B);
        game.Frames(100);

        Assert.Equal(0, Garbage.Of(() => game.Frames(50)));
    }

    private static SomeClient Play(params (BlockPos Cell, Block Block, float Chance)[] beliefs)
    {
        var game = new SomeClient(() => new AssistantOptions { Policy = new BelievingPolicy(beliefs) });
        game.Client.Settings.Change(settings => settings with { Hud = settings.Hud with { ReducedMotion = true }, Assistant = settings.Assistant with { ActionMilliseconds = 3200 } });
        game.Play();
        game.Session.Body.Put(game.Session.Frame.ToWorld(new Simulation.Building.Location(1.5, 2, 8.5)));
        game.Session.LookAt(new BlockPos(5, 2, 4));
        game.Until(() => game.Session.Assistant!.Belief!.Version > 0);
        return game;
    }

    private static void Hold(SomeClient game, GlfwKey key)
    {
        game.Window.Events.Add(InputEvent.KeyDown(key));
        game.Frames(3);
    }

    private static double Different(byte[] one, byte[] other) => one.Zip(other, (a, b) => Math.Abs(a - b) > 12 ? 1 : 0).Average();
}
