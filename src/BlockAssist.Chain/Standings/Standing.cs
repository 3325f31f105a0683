using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>What an account contributed and was credited.</summary>
/// <param name="Account">Whose it is.</param>
public sealed record Standing(Address Account)
{
    /// <summary>Its place among all, from 1 on; null for one who is not among them.</summary>
    public int? Rank { get; init; }

    /// <summary>The peer it speaks for; null if none was confirmed.</summary>
    public Hash32? Peer { get; init; }

    /// <summary>Whether that peer was shut out.</summary>
    public bool IsBarred { get; init; }

    /// <summary>Its contributions, the same work once.</summary>
    public KindCounts Contributions { get; init; } = KindCounts.None;

    /// <summary>How many of them more verifiers accepted than rejected.</summary>
    public int Accepted { get; init; }

    /// <summary>How many of them more verifiers rejected than accepted.</summary>
    public int Rejected { get; init; }

    /// <summary>In how many rounds they were.</summary>
    public int Rounds { get; init; }

    /// <summary>The last of these; null if there is none.</summary>
    public uint? LastRound { get; init; }

    /// <summary>How many batches it submitted, of which nobody can know what is in them.</summary>
    public int Batches { get; init; }

    /// <summary>What was claimed for it.</summary>
    public Wei Credit { get; init; }
}
