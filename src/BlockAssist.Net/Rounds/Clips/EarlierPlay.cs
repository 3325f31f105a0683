using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Net.Rounds.Clips;

/// <summary>What play the records of earlier rounds name.</summary>
/// <param name="Counted">The prints of what was counted as new.</param>
/// <param name="Clips">The clips that were shared.</param>
public sealed record EarlierPlay(IReadOnlyList<PlayPrint> Counted, IReadOnlyList<SharedClip> Clips)
{
    /// <summary>None.</summary>
    public static EarlierPlay None { get; } = new([], []);
}
