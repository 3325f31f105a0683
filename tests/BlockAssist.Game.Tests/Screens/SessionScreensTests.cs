using BlockAssist.Game.Platform;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Play;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Screens;

/// <summary>The screens behind which a session goes on.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class SessionScreensTests : IDisposable
{
    private readonly SomeClient _game = new();

    public SessionScreensTests() => _game.Play();

    public void Dispose() => _game.Dispose();

    [Fact]
    public void A_block_of_the_list_goes_into_the_slot_in_hand()
    {
        var hotbar = _game.Client.Loop!.Hotbar;
        _game.Press(GlfwKey.Digit9);
        var time = _game.Session.Time;

        _game.Press(GlfwKey.E);
        Assert.IsType<InventoryScreen>(_game.Top);
        _game.Frames(3);
        _game.Keep("inventory");
        _game.Press(GlfwKey.Down);
        _game.Press(GlfwKey.Right);
        _game.Press(GlfwKey.Enter);
        _game.Press(GlfwKey.E);

        Assert.Null(_game.Top);
        Assert.Equal((Block.Stone, Block.Stone), (hotbar[8], _game.Session.Held));
        Assert.True(_game.Session.Time > time);
    }

    [Fact]
    public void Searching_leaves_the_blocks_that_are_called_so_and_slots_can_be_emptied()
    {
        var hotbar = _game.Client.Loop!.Hotbar;
        _game.Press(GlfwKey.E);
        _game.Press(GlfwKey.Tab);
        _game.Type("wo");
        _game.Press(GlfwKey.Tab, modifiers: KeyModifiers.Shift);
        _game.Press(GlfwKey.Enter);
        Assert.Equal(Block.Wool, hotbar[0]);

        _game.Press(GlfwKey.Tab);
        _game.Press(GlfwKey.Tab);
        _game.Press(GlfwKey.Right);
        _game.Press(GlfwKey.Delete);
        _game.Press(GlfwKey.Escape);

        Assert.Equal((1, Block.Air), (_game.Session.Slot, hotbar[1]));
        _game.Click(MouseButton.Right);
        Assert.Equal(0, _game.Session.Result().Player.Placements);
    }

    [Fact]
    public void A_command_is_typed_completed_run_and_recalled()
    {
        _game.Press(GlfwKey.Slash);
        var line = Assert.IsType<CommandScreen>(_game.Top);
        Assert.Equal("/", line.Text);
        _game.Type("fil");
        _game.Press(GlfwKey.Tab);
        _game.Type("4 2 4 5 2 5 gl");
        _game.Press(GlfwKey.Tab);
        Assert.Equal("/fill 4 2 4 5 2 5 glass ", line.Text);
        _game.Keep("command");
        _game.Press(GlfwKey.Enter);

        Assert.Null(_game.Top);
        Assert.Equal(4, _game.Session.Result().Player.Placements);
        _game.Press(GlfwKey.T);
        line = Assert.IsType<CommandScreen>(_game.Top);
        Assert.Equal("", line.Text);
        _game.Press(GlfwKey.Up);
        Assert.Equal("/fill 4 2 4 5 2 5 glass ", line.Text);
        _game.Press(GlfwKey.Down);
        _game.Type("undo 9");
        _game.Press(GlfwKey.Enter);
        Assert.Equal(Block.Air, _game.Session.Site.Blocks[SomeClient.Site.CellAt(4, 2, 4)]);
        Assert.Null(_game.Top);
    }

    [Fact]
    public void What_is_mistyped_stays_open_with_its_answer()
    {
        _game.Press(GlfwKey.T);
        _game.Type("dance");
        _game.Press(GlfwKey.Enter);
        _game.Frames(1);
        _game.Keep("command-trouble");

        Assert.IsType<CommandScreen>(_game.Top);
        _game.Press(GlfwKey.Escape);
        Assert.Null(_game.Top);
    }

    [Fact]
    public void The_day_can_be_set()
    {
        _game.Press(GlfwKey.T);
        _game.Type("time set 18.5");
        _game.Press(GlfwKey.Enter);

        Assert.InRange(_game.Client.Loop!.Hour, 18.5, 18.6);
    }

    [Fact]
    public void A_gamepad_opens_the_blocks_and_the_pause()
    {
        _game.Press(GamepadButton.Up);
        Assert.IsType<InventoryScreen>(_game.Top);
        _game.Press(GamepadButton.Right);
        _game.Press(GamepadButton.A);
        Assert.Equal(Block.Cobblestone, _game.Session.Held);
        _game.Press(GamepadButton.B);
        Assert.Null(_game.Top);
        _game.Press(GamepadButton.Start);
        Assert.IsType<PauseScreen>(_game.Top);
        _game.Press(GamepadButton.A);
        Assert.Null(_game.Top);
    }

    [Fact]
    public void Going_between_menu_and_sessions_leaves_nothing_on_the_graphics_card()
    {
        GoRound();
        var before = Alive();
        for (var round = 0; round < 3; round++)
        {
            GoRound();
        }

        Assert.Equal(before, Alive());
    }

    private void GoRound()
    {
        _game.Client.OpenMenu();
        _game.Frames(2);
        _game.Press(GlfwKey.Down);
        _game.Press(GlfwKey.Enter);
        _game.Frames(20);
        _game.Client.Screens.Clear();
        _game.Play(SomeClient.House());
        _game.Frames(20);
    }

    // The names that a driver gives out are small numbers, and most drivers do not give one out twice.
    private (int Buffers, int Arrays, int Textures, int Programs) Alive()
    {
        var (gl, names) = (_game.Window.Gl, Enumerable.Range(1, 20_000).Select(name => (uint)name).ToArray());
        return (names.Count(gl.IsBuffer), names.Count(gl.IsVertexArray), names.Count(gl.IsTexture), names.Count(gl.IsProgram));
    }
}
