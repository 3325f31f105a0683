using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>What came of a round.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Parent">The model with which it began.</param>
/// <param name="Pool">What there was to share out when it was opened.</param>
/// <param name="Opened">Where it was opened.</param>
public sealed record RoundStanding(uint Number, Hash32 Parent, Wei Pool, ToldAt Opened)
{
    /// <summary>How it was settled; null while it is open.</summary>
    public RoundSettlement? Settlement { get; init; }

    /// <summary>What was claimed of what was credited.</summary>
    public Wei Claimed { get; init; }

    /// <summary>The contributions that count in it.</summary>
    public KindCounts Contributions { get; init; } = KindCounts.None;

    /// <summary>How many contributions to it count in an earlier round.</summary>
    public int Repeated { get; init; }

    /// <summary>By how many accounts those are that count in it.</summary>
    public int Contributors { get; init; }

    /// <summary>How many batches were submitted to it.</summary>
    public int Batches { get; init; }
}
