using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Messages;

/// <summary>The terms of a round in a message, and back.</summary>
internal static class TermsParts
{
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(1);

    public static Wire.Terms ToWire(this RoundTerms terms) => new()
    {
        Number = terms.Number,
        Base = terms.Base.ToWire(),
        Recipe = terms.Recipe.ToWire(),
        Secret = terms.Secret.ToWire(),
        Opens = terms.Opens.ToWire(),
        CommitBy = terms.CommitBy.ToWire(),
        RevealBy = terms.RevealBy.ToWire(),
        VerifyBy = terms.VerifyBy.ToWire(),
        StepsASegment = (uint)terms.StepsASegment,
        MostSegments = (uint)terms.MostSegments,
        MostLeases = (uint)terms.MostLeases,
        FewestReveals = (uint)terms.FewestReveals,
        PatienceMs = (ulong)terms.Patience.TotalMilliseconds,
        Budget = terms.Budget,
    };

    public static RoundTerms ToTerms(this Wire.Terms terms) => new()
    {
        Number = terms.Number,
        Base = terms.Base.ToBlob(),
        Recipe = terms.Recipe.ToDigest(),
        Secret = terms.Secret.ToDigest(),
        Opens = terms.Opens.ToTime(),
        CommitBy = terms.CommitBy.ToTime(),
        RevealBy = terms.RevealBy.ToTime(),
        VerifyBy = terms.VerifyBy.ToTime(),
        StepsASegment = terms.StepsASegment.ToCount(),
        MostSegments = terms.MostSegments.ToCount(),
        MostLeases = terms.MostLeases.ToCount(),
        FewestReveals = terms.FewestReveals.ToCount(),
        Patience = TimeSpan.FromMilliseconds(Math.Min(terms.PatienceMs, (ulong)LongestPatience.TotalMilliseconds)),
        Budget = terms.Budget.ToNumber(),
    };

    public static Wire.Trust ToWire(this TrustPolicy trust) => new()
    {
        Probation = (uint)trust.Probation,
        TrustedAfter = (uint)trust.TrustedAfter,
        UsualShare = trust.UsualShare,
        TrustedShare = trust.TrustedShare,
    };

    public static TrustPolicy ToTrust(this Wire.Trust trust) => new()
    {
        Probation = trust.Probation.ToCount(),
        TrustedAfter = trust.TrustedAfter.ToCount(),
        UsualShare = trust.UsualShare.ToNumber(),
        TrustedShare = trust.TrustedShare.ToNumber(),
    };
}
