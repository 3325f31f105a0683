namespace BlockAssist.Game.Platform;

/// <summary>Which modifier keys were held when something happened. GLFW's own bits.</summary>
[Flags]
public enum KeyModifiers
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A shift key.</summary>
    Shift = 1,

    /// <summary>A control key.</summary>
    Control = 2,

    /// <summary>An alt key.</summary>
    Alt = 4,

    /// <summary>A Windows or command key.</summary>
    Super = 8,

    /// <summary>Caps lock is on; only told if asked for.</summary>
    CapsLock = 16,

    /// <summary>Num lock is on; only told if asked for.</summary>
    NumLock = 32,
}
