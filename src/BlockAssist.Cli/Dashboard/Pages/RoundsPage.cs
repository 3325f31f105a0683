namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>Rounds of which the node has the hub's record, the newest first.</summary>
/// <param name="Rounds">Those of the page.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record SwarmRoundsPage(IReadOnlyList<RoundSummary> Rounds, int Total)
{
    /// <summary>The round that is open or next; null where the hub does not say.</summary>
    public OpenRound? Open { get; init; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>The round that is open or next.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Stage">Where it is; closed if it opens when somebody asks for work.</param>
/// <param name="Model">The model that it begins with.</param>
internal sealed record OpenRound(ulong Round, string Stage, string Model);

/// <summary>What came of a round.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Base">The model that it began with.</param>
/// <param name="Model">The model that the next one begins with.</param>
/// <param name="IsPromoted">Whether that is a new one.</param>
internal sealed record RoundSummary(ulong Round, string Base, string Model, bool IsPromoted)
{
    /// <summary>When it opened.</summary>
    public DateTimeOffset Opens { get; init; }

    /// <summary>Until when one could commit.</summary>
    public DateTimeOffset CommitBy { get; init; }

    /// <summary>Until when one could reveal.</summary>
    public DateTimeOffset RevealBy { get; init; }

    /// <summary>Until when verdicts counted.</summary>
    public DateTimeOffset VerifyBy { get; init; }

    /// <summary>What was shared out.</summary>
    public double Budget { get; init; }

    /// <summary>What was merged; null where nothing was.</summary>
    public MergeSummary? Merge { get; init; }

    /// <summary>What the gate said; null where nothing was merged.</summary>
    public GateSummary? Gate { get; init; }

    /// <summary>How many took a lease.</summary>
    public int Peers { get; init; }

    /// <summary>What came of their work, so many at most: one's own first, then who was credited most.</summary>
    public IReadOnlyList<WorkLine> Work { get; init; } = [];

    /// <summary>Who was credited for verifying, so many at most.</summary>
    public IReadOnlyList<VerifierLine> Verifiers { get; init; } = [];

    /// <summary>Who lied.</summary>
    public IReadOnlyList<string> Refuted { get; init; } = [];

    /// <summary>Who said of others that they lied, and that was not so.</summary>
    public IReadOnlyList<string> Slanderers { get; init; } = [];

    /// <summary>How many clips were shared.</summary>
    public int Clips { get; init; }
}

/// <summary>What was merged.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Norm">How long the merged change is.</param>
/// <param name="Gain">By how much the model is better after it at what no peer has seen.</param>
/// <param name="Rate">How far it was gone along that change.</param>
/// <param name="Momentum">How much of earlier changes was kept.</param>
internal sealed record MergeSummary(string Rule, double? Norm, double? Gain, double? Rate, double? Momentum);

/// <summary>What the gate said.</summary>
/// <param name="Verdict">What the test came to.</param>
/// <param name="Pairs">After how many pairs of games.</param>
/// <param name="Mean">By how much the candidate did better, in shares of the goal.</param>
/// <param name="Curve">The logarithm of the likelihood ratio, pair by pair; thinned out.</param>
/// <param name="Upper">From which on a candidate is better, as this version of the program asks for.</param>
/// <param name="Lower">Below which it is not.</param>
internal sealed record GateSummary(string Verdict, int Pairs, double? Mean, IReadOnlyList<FigurePoint> Curve, double Upper, double Lower)
{
    /// <summary>How many older models it was tried against, too.</summary>
    public int Older { get; init; }

    /// <summary>Against how many of them it did worse.</summary>
    public int WorseThan { get; init; }
}

/// <summary>What came of the work of a peer in a round.</summary>
/// <param name="Peer">What it is called.</param>
/// <param name="IsOwn">Whether it is this node.</param>
/// <param name="Reason">Why it was credited, or was not.</param>
/// <param name="Amount">How much.</param>
/// <param name="Segments">How many segments it did.</param>
/// <param name="Weight">How much it counted in the merge, as a share.</param>
/// <param name="Gain">By how much its update makes the model better.</param>
internal sealed record WorkLine(string Peer, bool IsOwn, string Reason, double Amount, int Segments, double? Weight, double? Gain);

/// <summary>Who was credited for verifying.</summary>
internal sealed record VerifierLine(string Peer, bool IsOwn, double Amount);
