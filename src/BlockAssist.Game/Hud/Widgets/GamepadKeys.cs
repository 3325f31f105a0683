using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Lets a gamepad do what the keys do on a screen: the pad and the left stick are the arrows, A is Enter, B Escape, the bumpers Tab.</summary>
internal sealed class GamepadKeys
{
    private const float Pushed = 0.6f;
    private const float Released = 0.4f;

    private readonly int[] _sticks = new int[2];

    /// <summary>The key that an event means; the event itself if it means none.</summary>
    public InputEvent Translate(in InputEvent happened) => happened.Kind switch
    {
        InputEventKind.GamepadDown => happened.GamepadButton switch
        {
            GamepadButton.Up => InputEvent.KeyDown(GlfwKey.Up),
            GamepadButton.Down => InputEvent.KeyDown(GlfwKey.Down),
            GamepadButton.Left => InputEvent.KeyDown(GlfwKey.Left),
            GamepadButton.Right => InputEvent.KeyDown(GlfwKey.Right),
            GamepadButton.A => InputEvent.KeyDown(GlfwKey.Enter),
            GamepadButton.B => InputEvent.KeyDown(GlfwKey.Escape),
            GamepadButton.LeftBumper => InputEvent.KeyDown(GlfwKey.Tab, KeyModifiers.Shift),
            GamepadButton.RightBumper => InputEvent.KeyDown(GlfwKey.Tab),
            _ => happened,
        },
        InputEventKind.GamepadAxis => happened.GamepadAxis switch
        {
            GamepadAxis.LeftX => Push(0, happened, GlfwKey.Left, GlfwKey.Right),
            GamepadAxis.LeftY => Push(1, happened, GlfwKey.Up, GlfwKey.Down),
            _ => happened,
        },
        _ => happened,
    };

    // A push counts once, until the stick has come back.
    private InputEvent Push(int stick, in InputEvent happened, GlfwKey back, GlfwKey forth)
    {
        var side = Math.Abs(happened.X) >= Pushed ? Math.Sign(happened.X) : Math.Abs(happened.X) <= Released ? 0 : _sticks[stick];
        var isNew = side != _sticks[stick] && side != 0;
        _sticks[stick] = side;
        return isNew ? InputEvent.KeyDown(side < 0 ? back : forth) : happened;
    }
}
