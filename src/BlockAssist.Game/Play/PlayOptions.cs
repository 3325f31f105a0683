using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Play;

/// <summary>How a session is played in a window.</summary>
public sealed record PlayOptions
{
    /// <summary>What is built.</summary>
    public string GoalName { get; init; } = "";

    /// <summary>How many threads make meshes.</summary>
    public int MeshingThreads { get; init; } = 1;

    /// <summary>What is heard; must outlive the loop. Null for silence.</summary>
    public GameSounds? Sounds { get; init; }

    /// <summary>How many milliseconds were played before, in the recordings that this one goes on from.</summary>
    public long MillisecondsBefore { get; init; }
}
