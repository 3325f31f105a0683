namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What the assistant is at.</summary>
public enum AssistantState
{
    /// <summary>It is not there.</summary>
    Off,

    /// <summary>It looks on and learns what is wanted.</summary>
    Watching,

    /// <summary>It builds.</summary>
    Building,

    /// <summary>It suggests what to build, and builds what is wanted.</summary>
    Suggesting,

    /// <summary>Somebody told it to wait.</summary>
    Paused,

    /// <summary>It has nothing to do.</summary>
    Done,
}
