namespace BlockAssist.Game.Input;

/// <summary>What kind of thing is pressed.</summary>
public enum BindingKind
{
    /// <summary>A key of the keyboard.</summary>
    Key,

    /// <summary>A button of the mouse.</summary>
    Mouse,

    /// <summary>The wheel of the mouse, one way.</summary>
    Wheel,

    /// <summary>A button of a gamepad.</summary>
    Gamepad,
}
