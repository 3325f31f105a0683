namespace BlockAssist.Net.Rounds;

/// <summary>How closely peers are watched, by how often they were found honest.</summary>
public sealed record TrustPolicy
{
    /// <summary>After how many verified rounds a peer is no longer new: until then its work is verified every round and counts nothing in the merge.</summary>
    public int Probation { get; init; } = 20;

    /// <summary>After how many a peer is trusted.</summary>
    public int TrustedAfter { get; init; } = 60;

    /// <summary>What share of its segments is drawn of a peer that is neither new nor trusted.</summary>
    public double UsualShare { get; init; } = 0.1;

    /// <summary>What share of a trusted one's.</summary>
    public double TrustedShare { get; init; } = 0.03;

    /// <summary>What share of a peer's segments is drawn.</summary>
    public double ShareFor(int verifiedRounds) => verifiedRounds >= TrustedAfter ? TrustedShare : UsualShare;

    /// <summary>Whether chance may pass a peer by.</summary>
    public bool MustBeSeen(int verifiedRounds) => verifiedRounds < Probation;

    /// <summary>How much a peer's reputation counts in a merge, 0 to 1.</summary>
    public double ReputationOf(int verifiedRounds) => verifiedRounds < Probation ? 0 : Math.Min(1, (double)verifiedRounds / TrustedAfter);
}
