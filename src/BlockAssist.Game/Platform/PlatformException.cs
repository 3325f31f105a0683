namespace BlockAssist.Game.Platform;

/// <summary>The system lacks what the game stands on: a library, a display, OpenGL 3.3. The message is one line that says what, and what mends it.</summary>
public sealed class PlatformException : Exception
{
    /// <summary>An error without particulars.</summary>
    public PlatformException()
        : base("the system lacks what the game needs")
    {
    }

    /// <summary>An error with a message.</summary>
    public PlatformException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public PlatformException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
