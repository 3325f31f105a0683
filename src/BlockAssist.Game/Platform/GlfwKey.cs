namespace BlockAssist.Game.Platform;

/// <summary>A key by its place on a US keyboard, whatever is printed on it. The names are those of a settings file.</summary>
/// <remarks>The numbers are GLFW's, but for <see cref="Unknown"/>. Settings keep names, never numbers.</remarks>
public enum GlfwKey
{
    /// <summary>A key that has no name here; its scan code tells it from others.</summary>
    Unknown = 0,

    /// <summary>The space bar.</summary>
    Space = 32,

    /// <summary>The key right of the semicolon.</summary>
    Apostrophe = 39,

    /// <summary>The comma.</summary>
    Comma = 44,

    /// <summary>The minus, left of the equal sign.</summary>
    Minus = 45,

    /// <summary>The full stop.</summary>
    Period = 46,

    /// <summary>The slash, left of the right shift.</summary>
    Slash = 47,

    /// <summary>The 0 above the letters.</summary>
    Digit0 = 48,

    /// <summary>The 1 above the letters.</summary>
    Digit1 = 49,

    /// <summary>The 2 above the letters.</summary>
    Digit2 = 50,

    /// <summary>The 3 above the letters.</summary>
    Digit3 = 51,

    /// <summary>The 4 above the letters.</summary>
    Digit4 = 52,

    /// <summary>The 5 above the letters.</summary>
    Digit5 = 53,

    /// <summary>The 6 above the letters.</summary>
    Digit6 = 54,

    /// <summary>The 7 above the letters.</summary>
    Digit7 = 55,

    /// <summary>The 8 above the letters.</summary>
    Digit8 = 56,

    /// <summary>The 9 above the letters.</summary>
    Digit9 = 57,

    /// <summary>The key right of L.</summary>
    Semicolon = 59,

    /// <summary>The equal sign.</summary>
    Equal = 61,

    /// <summary>The letter A of a US keyboard.</summary>
    A = 65,

    /// <summary>The letter B of a US keyboard.</summary>
    B = 66,

    /// <summary>The letter C of a US keyboard.</summary>
    C = 67,

    /// <summary>The letter D of a US keyboard.</summary>
    D = 68,

    /// <summary>The letter E of a US keyboard.</summary>
    E = 69,

    /// <summary>The letter F of a US keyboard.</summary>
    F = 70,

    /// <summary>The letter G of a US keyboard.</summary>
    G = 71,

    /// <summary>The letter H of a US keyboard.</summary>
    H = 72,

    /// <summary>The letter I of a US keyboard.</summary>
    I = 73,

    /// <summary>The letter J of a US keyboard.</summary>
    J = 74,

    /// <summary>The letter K of a US keyboard.</summary>
    K = 75,

    /// <summary>The letter L of a US keyboard.</summary>
    L = 76,

    /// <summary>The letter M of a US keyboard.</summary>
    M = 77,

    /// <summary>The letter N of a US keyboard.</summary>
    N = 78,

    /// <summary>The letter O of a US keyboard.</summary>
    O = 79,

    /// <summary>The letter P of a US keyboard.</summary>
    P = 80,

    /// <summary>The letter Q of a US keyboard.</summary>
    Q = 81,

    /// <summary>The letter R of a US keyboard.</summary>
    R = 82,

    /// <summary>The letter S of a US keyboard.</summary>
    S = 83,

    /// <summary>The letter T of a US keyboard.</summary>
    T = 84,

    /// <summary>The letter U of a US keyboard.</summary>
    U = 85,

    /// <summary>The letter V of a US keyboard.</summary>
    V = 86,

    /// <summary>The letter W of a US keyboard.</summary>
    W = 87,

    /// <summary>The letter X of a US keyboard.</summary>
    X = 88,

    /// <summary>The letter Y of a US keyboard.</summary>
    Y = 89,

    /// <summary>The letter Z of a US keyboard.</summary>
    Z = 90,

    /// <summary>The key right of P.</summary>
    LeftBracket = 91,

    /// <summary>The backslash.</summary>
    Backslash = 92,

    /// <summary>The second key right of P.</summary>
    RightBracket = 93,

    /// <summary>The key above tab.</summary>
    Grave = 96,

    /// <summary>A key that US keyboards lack.</summary>
    World1 = 161,

    /// <summary>A second key that US keyboards lack.</summary>
    World2 = 162,

    /// <summary>Escape.</summary>
    Escape = 256,

    /// <summary>The big enter.</summary>
    Enter = 257,

    /// <summary>Tab.</summary>
    Tab = 258,

    /// <summary>Backspace.</summary>
    Backspace = 259,

    /// <summary>Insert.</summary>
    Insert = 260,

    /// <summary>Delete.</summary>
    Delete = 261,

    /// <summary>The arrow to the right.</summary>
    Right = 262,

    /// <summary>The arrow to the left.</summary>
    Left = 263,

    /// <summary>The arrow down.</summary>
    Down = 264,

    /// <summary>The arrow up.</summary>
    Up = 265,

    /// <summary>Page up.</summary>
    PageUp = 266,

    /// <summary>Page down.</summary>
    PageDown = 267,

    /// <summary>Home.</summary>
    Home = 268,

    /// <summary>End.</summary>
    End = 269,

    /// <summary>Caps lock.</summary>
    CapsLock = 280,

    /// <summary>Scroll lock.</summary>
    ScrollLock = 281,

    /// <summary>Num lock.</summary>
    NumLock = 282,

    /// <summary>Print screen.</summary>
    PrintScreen = 283,

    /// <summary>Pause.</summary>
    Pause = 284,

    /// <summary>Function key 1.</summary>
    F1 = 290,

    /// <summary>Function key 2.</summary>
    F2 = 291,

    /// <summary>Function key 3.</summary>
    F3 = 292,

    /// <summary>Function key 4.</summary>
    F4 = 293,

    /// <summary>Function key 5.</summary>
    F5 = 294,

    /// <summary>Function key 6.</summary>
    F6 = 295,

    /// <summary>Function key 7.</summary>
    F7 = 296,

    /// <summary>Function key 8.</summary>
    F8 = 297,

    /// <summary>Function key 9.</summary>
    F9 = 298,

    /// <summary>Function key 10.</summary>
    F10 = 299,

    /// <summary>Function key 11.</summary>
    F11 = 300,

    /// <summary>Function key 12.</summary>
    F12 = 301,

    /// <summary>Function key 13.</summary>
    F13 = 302,

    /// <summary>Function key 14.</summary>
    F14 = 303,

    /// <summary>Function key 15.</summary>
    F15 = 304,

    /// <summary>Function key 16.</summary>
    F16 = 305,

    /// <summary>Function key 17.</summary>
    F17 = 306,

    /// <summary>Function key 18.</summary>
    F18 = 307,

    /// <summary>Function key 19.</summary>
    F19 = 308,

    /// <summary>Function key 20.</summary>
    F20 = 309,

    /// <summary>Function key 21.</summary>
    F21 = 310,

    /// <summary>Function key 22.</summary>
    F22 = 311,

    /// <summary>Function key 23.</summary>
    F23 = 312,

    /// <summary>Function key 24.</summary>
    F24 = 313,

    /// <summary>Function key 25.</summary>
    F25 = 314,

    /// <summary>The 0 of the keypad.</summary>
    Keypad0 = 320,

    /// <summary>The 1 of the keypad.</summary>
    Keypad1 = 321,

    /// <summary>The 2 of the keypad.</summary>
    Keypad2 = 322,

    /// <summary>The 3 of the keypad.</summary>
    Keypad3 = 323,

    /// <summary>The 4 of the keypad.</summary>
    Keypad4 = 324,

    /// <summary>The 5 of the keypad.</summary>
    Keypad5 = 325,

    /// <summary>The 6 of the keypad.</summary>
    Keypad6 = 326,

    /// <summary>The 7 of the keypad.</summary>
    Keypad7 = 327,

    /// <summary>The 8 of the keypad.</summary>
    Keypad8 = 328,

    /// <summary>The 9 of the keypad.</summary>
    Keypad9 = 329,

    /// <summary>The decimal point of the keypad.</summary>
    KeypadDecimal = 330,

    /// <summary>The slash of the keypad.</summary>
    KeypadDivide = 331,

    /// <summary>The asterisk of the keypad.</summary>
    KeypadMultiply = 332,

    /// <summary>The minus of the keypad.</summary>
    KeypadSubtract = 333,

    /// <summary>The plus of the keypad.</summary>
    KeypadAdd = 334,

    /// <summary>The enter of the keypad.</summary>
    KeypadEnter = 335,

    /// <summary>The equal sign of the keypad.</summary>
    KeypadEqual = 336,

    /// <summary>The left shift.</summary>
    LeftShift = 340,

    /// <summary>The left control.</summary>
    LeftControl = 341,

    /// <summary>The left alt, or option.</summary>
    LeftAlt = 342,

    /// <summary>The left Windows or command key.</summary>
    LeftSuper = 343,

    /// <summary>The right shift.</summary>
    RightShift = 344,

    /// <summary>The right control.</summary>
    RightControl = 345,

    /// <summary>The right alt, AltGr or option.</summary>
    RightAlt = 346,

    /// <summary>The right Windows or command key.</summary>
    RightSuper = 347,

    /// <summary>The menu key.</summary>
    Menu = 348,
}
