using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>What a frame shows besides the world.</summary>
public readonly ref struct SceneFrame
{
    /// <summary>Where it is seen from.</summary>
    public required Camera Camera { get; init; }

    /// <summary>When.</summary>
    public required Daytime Daytime { get; init; }

    /// <summary>How long the game has run, in seconds: what drifts, drifts by it.</summary>
    public float Seconds { get; init; }

    /// <summary>The block that is aimed at; null for none.</summary>
    public BlockPos? Aimed { get; init; }

    /// <summary>The builders that are seen, each with its look.</summary>
    public ReadOnlySpan<(AvatarPose Pose, AvatarLook Look)> Avatars { get; init; }

    /// <summary>What a builder is about to do; null if nothing is known.</summary>
    public IntentView? Intent { get; init; }

    /// <summary>The blocks that somebody suggests.</summary>
    public ReadOnlySpan<SuggestionView> Suggestions { get; init; }

    /// <summary>The player's own hand; null if it is not seen.</summary>
    public HandView? Hand { get; init; }

    /// <summary>Whether ghosts and marks of the blueprint are shown.</summary>
    public bool Ghosts { get; init; }

    /// <summary>Whether the cloud of what somebody believes is shown.</summary>
    public bool Cloud { get; init; }
}
