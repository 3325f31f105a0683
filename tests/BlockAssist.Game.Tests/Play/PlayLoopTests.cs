using BlockAssist.Game.Platform;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Play;

/// <summary>Plays by keys and mouse in a window that nobody sees.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class PlayLoopTests
{
    [Fact]
    public void What_is_played_by_keys_and_mouse_is_recorded_and_replays_exactly()
    {
        using var game = new SomeClient(assistant: true);
        game.Client.Settings.Change(settings => settings with { Assistant = settings.Assistant with { ActionMilliseconds = 200 } });
        game.Play();
        var file = game.Client.Session!.File;
        game.Window.Events.Add(InputEvent.Motion(-375, 250));
        game.Frames(30);
        game.Press(GlfwKey.W, frames: 25);
        game.Click(MouseButton.Right);
        game.Window.Events.Add(InputEvent.Wheel(0, -2));
        game.Press(GlfwKey.D, frames: 20);
        game.Click(MouseButton.Right);
        game.Press(GlfwKey.R, frames: 3);
        game.Click(MouseButton.Left);
        game.Press(GlfwKey.Z, frames: 3);
        game.Press(GlfwKey.F3, frames: 3);
        game.Frames(1200);
        game.Window.Events.Add(InputEvent.Motion(0, -190));
        game.Press(GlfwKey.S, frames: 60);
        game.Keep("play");
        game.Client.OpenMenu();

        var result = game.Client.Played[0].Result!;

        Assert.True(result.Player.Moves > 2, $"{result.Player}");
        Assert.True(result.Player.Placements > 0, $"{result.Player}");
        Assert.True(result.Assistant.Placements > 0, $"{result.Assistant}");
        var verification = EpisodeVerification.Verify(file);
        Assert.Equal(0, verification.Mismatches);
        Assert.True(verification.Steps > 20);
    }

    [Fact]
    public void A_frame_of_steady_play_allocates_nothing()
    {
        using var game = new SomeClient();
        game.Play();
        game.Frames(200);
        Assert.Equal(0, Garbage.Of(() => game.Frames(50)));
    }

    [Fact]
    public void Layers_begin_above_the_bedrock_and_a_session_begins_with_the_site_before_ones_eyes()
    {
        using var game = new SomeClient();
        game.Play();
        var session = game.Client.Session!.Session;
        Assert.InRange(session.Yaw, -80, -10);

        game.Press(GlfwKey.L, frames: 2);
        Assert.Equal(new LayerFilter(LayerMode.One, 1), session.Layers);
        game.Press(GlfwKey.PageDown, frames: 2);
        Assert.Equal(1, session.Layers.Layer);
        game.Press(GlfwKey.PageUp, frames: 2);
        Assert.Equal(new LayerFilter(LayerMode.One, 2), session.Layers);
        game.Press(GlfwKey.L, frames: 2);
        Assert.Equal(new LayerFilter(LayerMode.Below, 2), session.Layers);
    }

    [Fact]
    public void A_block_that_is_picked_comes_out_of_its_slot_or_into_the_hand()
    {
        using var game = new SomeClient();
        game.Play();
        var hotbar = game.Client.Loop!.Hotbar;
        game.Session.Pitch = 80;
        game.Press(GlfwKey.Digit5);

        game.Click(MouseButton.Middle);
        Assert.Equal((0, Block.Dirt), (game.Session.Slot, game.Session.Held));
        hotbar[0] = Block.Wool;
        game.Press(GlfwKey.Digit9);
        game.Click(MouseButton.Middle);

        Assert.Equal((8, Block.Dirt), (game.Session.Slot, game.Session.Held));
        Assert.Equal(Block.Dirt, hotbar[8]);
    }

    [Fact]
    public void The_sticks_of_a_gamepad_walk_and_turn()
    {
        using var game = new SomeClient();
        game.Play();
        var (feet, yaw) = (game.Session.Body.Feet, game.Session.Yaw);

        game.Window.Events.Add(InputEvent.Gamepad(GamepadAxis.LeftY, -1));
        game.Window.Events.Add(InputEvent.Gamepad(GamepadAxis.RightX, 1));
        game.Frames(30);

        Assert.True(Math.Abs(game.Session.Body.Feet.X - feet.X) + Math.Abs(game.Session.Body.Feet.Z - feet.Z) > 1);
        Assert.InRange(game.Session.Yaw - yaw, 80, 120);
    }

    [Fact]
    public void One_sees_oneself_over_the_shoulder()
    {
        using var game = new SomeClient();
        game.Play();
        game.Frames(20);
        var eyes = game.Picture();

        game.Press(GlfwKey.F5, frames: 3);
        game.Keep("shoulder");
        var shoulder = game.Picture();
        game.Press(GlfwKey.F5, frames: 3);

        Assert.True(Different(eyes, shoulder) > 0.2, "the view is another");
        Assert.True(Different(eyes, game.Picture()) < 0.1, "and back");
    }

    private static double Different(byte[] one, byte[] other) => one.Zip(other, (a, b) => Math.Abs(a - b) > 12 ? 1 : 0).Average();
}
