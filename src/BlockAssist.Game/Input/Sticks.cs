using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Input;

/// <summary>Where the sticks and triggers of a gamepad are, without the trembling of a thumb that rests.</summary>
/// <remarks>A trigger pulled half is a press. Belongs to one thread.</remarks>
public sealed class Sticks
{
    private const float Rest = 0.18f;
    private const float Pressed = 0.5f;

    private readonly float[] _axes = new float[Enum.GetValues<GamepadAxis>().Length];

    /// <summary>To the right, −1 to 1, by the stick that walks.</summary>
    public float Right => Beyond(_axes[(int)GamepadAxis.LeftX]);

    /// <summary>Forward, −1 to 1, by the stick that walks.</summary>
    public float Forward => -Beyond(_axes[(int)GamepadAxis.LeftY]);

    /// <summary>How the view turns to the right, −1 to 1.</summary>
    public float TurnRight => Squared(_axes[(int)GamepadAxis.RightX]);

    /// <summary>How the view turns down, −1 to 1.</summary>
    public float TurnDown => Squared(_axes[(int)GamepadAxis.RightY]);

    /// <summary>Takes in an axis.</summary>
    /// <returns>The trigger that was pressed or let go, as a button of the mouse: the left one breaks, the right one places, whatever is bound to these; null for none.</returns>
    public InputEvent? Handle(in InputEvent happened)
    {
        var (axis, before) = (happened.GamepadAxis, _axes[(int)happened.GamepadAxis]);
        _axes[(int)axis] = happened.X;
        if (axis < GamepadAxis.LeftTrigger || before >= Pressed == happened.X >= Pressed)
        {
            return null;
        }

        var button = axis == GamepadAxis.LeftTrigger ? MouseButton.Left : MouseButton.Right;
        return happened.X >= Pressed ? InputEvent.MouseDown(button, 0, 0) : InputEvent.MouseUp(button, 0, 0);
    }

    /// <summary>Lets all go.</summary>
    public void Release() => Array.Clear(_axes);

    private static float Beyond(float value) => MathF.Abs(value) <= Rest ? 0 : (value - (MathF.Sign(value) * Rest)) / (1 - Rest);

    // Fine near the middle, fast at the rim.
    private static float Squared(float value) => Beyond(value) is var beyond ? beyond * MathF.Abs(beyond) : 0;
}
