using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Hub;

/// <summary>How the rounds of a swarm go.</summary>
public sealed record RoundPlan
{
    /// <summary>How long peers train.</summary>
    public TimeSpan Training { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How long they may take to reveal.</summary>
    public TimeSpan Revealing { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long verdicts may take.</summary>
    public TimeSpan Verifying { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a trainer may take to send evidence, and a verifier to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How many steps a segment has.</summary>
    public int StepsASegment { get; init; } = 6;

    /// <summary>How many segments a lease has at most.</summary>
    public int MostSegments { get; init; } = 64;

    /// <summary>How many peers train in a round at most.</summary>
    public int MostLeases { get; init; } = 1000;

    /// <summary>With fewer updates a round is extended once, then closed.</summary>
    public int FewestReveals { get; init; } = 1;

    /// <summary>What is shared out in a round.</summary>
    public double Budget { get; init; } = 1000;

    /// <summary>The terms of a round that opens now.</summary>
    internal RoundTerms TermsOf(ulong number, Genesis begins, ReadOnlySpan<byte> secret, DateTimeOffset now) => new()
    {
        Number = number,
        Base = begins.Base,
        Recipe = begins.Recipe,
        Secret = Beacon.NameOf(secret),
        Opens = now,
        CommitBy = now + Training,
        RevealBy = now + Training + Revealing,
        VerifyBy = now + Training + Revealing + Verifying,
        StepsASegment = StepsASegment,
        MostSegments = MostSegments,
        MostLeases = MostLeases,
        FewestReveals = FewestReveals,
        Patience = Patience,
        Budget = Budget,
    };
}
