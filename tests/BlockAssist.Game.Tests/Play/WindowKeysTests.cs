using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Sound;
using BlockAssist.Game.Tests.Platform;

namespace BlockAssist.Game.Tests.Play;

/// <summary>Presses the keys that do the same wherever one is, and listens to the screens.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class WindowKeysTests : IDisposable
{
    private readonly SomeClient _game = new();

    [Fact]
    public void The_monitor_is_filled_and_a_picture_kept_in_the_menu_in_play_and_in_a_pause()
    {
        _game.Client.OpenMenu();
        PressBoth(isFull: true, kept: 1);

        _game.Play();
        Assert.Null(_game.Top);
        PressBoth(isFull: false, kept: 2);

        _game.Press(GlfwKey.Escape);
        Assert.IsType<PauseScreen>(_game.Top);
        PressBoth(isFull: true, kept: 3);
        Assert.True(_game.Client.Settings.Current.Video.Fullscreen);
    }

    [Fact]
    public void While_a_key_is_chosen_or_text_is_typed_they_are_keys_like_others()
    {
        _game.Client.Settings.Change(settings => settings with { Bindings = settings.Bindings.With(GameAction.Fullscreen, Binding.Of(GlfwKey.G)) });
        _game.Play();
        _game.Press(GlfwKey.T);
        Assert.IsType<CommandScreen>(_game.Top);
        _game.Press(GlfwKey.G);
        Assert.False(_game.Window.Fullscreen);
        _game.Press(GlfwKey.F2);
        Assert.Single(_game.Kept);

        var keys = new SettingsScreen(_game.Client.Settings, _game.Window, _game.Consent, _game.Consent.Decide);
        _game.Client.Screens.Push(keys);
        _game.Press(GlfwKey.Down);
        var row = (KeyCapture)Assert.IsType<WidgetRow>(keys.Widgets[(int)GameAction.Jump]).At(keys.Widgets[(int)GameAction.Jump].Bounds.X + 5, keys.Widgets[(int)GameAction.Jump].Bounds.MiddleY)!;
        keys.Focus(row);
        _game.Press(GlfwKey.Enter);
        _game.Press(GlfwKey.F2);

        Assert.Single(_game.Kept);
        Assert.Contains(Binding.Of(GlfwKey.F2), _game.Client.Settings.Current.Bindings.Of(GameAction.Jump));
    }

    [Fact]
    public void A_picture_that_cannot_be_kept_is_said_and_ends_nothing()
    {
        _game.Client.OpenMenu();
        _game.Frames(2);
        _game.KeepFails = true;

        _game.Press(GlfwKey.F2);

        Assert.Equal(1, _game.Client.Toasts.Shown + _game.Client.Toasts.Waiting);
    }

    [Fact]
    public void A_click_is_heard_on_a_button_and_not_beside_one()
    {
        _game.Client.OpenMenu();
        _game.Frames(2);

        _game.Click(MouseButton.Left);
        Assert.Empty(_game.Heard.Kinds);
        _game.Press(GlfwKey.Enter);

        Assert.IsType<GalleryScreen>(_game.Top);
        Assert.Equal([SoundKind.Click], _game.Heard.Kinds);
    }

    public void Dispose() => _game.Dispose();

    private void PressBoth(bool isFull, int kept)
    {
        _game.Press(GlfwKey.F11);
        _game.Press(GlfwKey.F2);
        Assert.Equal(isFull, _game.Window.Fullscreen);
        Assert.Equal(kept, _game.Kept.Count);
    }
}
