namespace BlockAssist.Game.Sound;

/// <summary>What can be heard.</summary>
public enum SoundKind
{
    /// <summary>A block was placed.</summary>
    Place,

    /// <summary>A block was broken.</summary>
    Break,

    /// <summary>A foot was put down.</summary>
    Step,

    /// <summary>Rings along with what the assistant places or breaks.</summary>
    Chime,

    /// <summary>Something was refused.</summary>
    Refusal,

    /// <summary>The house stands.</summary>
    Completion,

    /// <summary>A button was pressed.</summary>
    Click,
}
