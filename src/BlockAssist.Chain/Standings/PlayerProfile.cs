using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>All that the chain has of an account. Lists are pages, the newest first.</summary>
/// <param name="Standing">Its standing among all.</param>
/// <param name="UpTo">How much of the chain this is of.</param>
public sealed record PlayerProfile(Standing Standing, ReadUpTo UpTo)
{
    /// <summary>Its contributions.</summary>
    public IReadOnlyList<ToldContribution> Contributions { get; init; } = [];

    /// <summary>How many contributions there are, also those that count elsewhere.</summary>
    public int ContributionsTotal { get; init; }

    /// <summary>What was claimed for it.</summary>
    public IReadOnlyList<EvidencedCredit> Credits { get; init; } = [];

    /// <summary>How many claims there are.</summary>
    public int CreditsTotal { get; init; }

    /// <summary>Its batches.</summary>
    public IReadOnlyList<ToldBatch> Batches { get; init; } = [];

    /// <summary>What was taken of its bond.</summary>
    public IReadOnlyList<ToldSlash> Slashes { get; init; } = [];

    /// <summary>What shows that its peer lied; null if it was not shut out.</summary>
    public Hash32? BarredFor { get; init; }

    /// <summary>What it has withdrawn: credit, and bonds that it got back.</summary>
    public Wei Withdrawn { get; init; }
}
