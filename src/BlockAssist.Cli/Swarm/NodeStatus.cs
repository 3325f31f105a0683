namespace BlockAssist.Cli.Swarm;

/// <summary>What a node does now, and what came of what it did; written by the node that runs, for whoever asks.</summary>
internal sealed record NodeStatus
{
    /// <summary>The process that wrote it.</summary>
    public required int Process { get; init; }

    /// <summary>Since when it runs.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it last wrote.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The swarm.</summary>
    public required string Network { get; init; }

    /// <summary>Who the node is.</summary>
    public required string Peer { get; init; }

    /// <summary>The round that it knows of; 0 before it has found the swarm.</summary>
    public ulong Round { get; init; }

    /// <summary>What it does, in a sentence without its end.</summary>
    public string Doing { get; init; } = "";

    /// <summary>What does not work at the moment; null if all does.</summary>
    public string? Trouble { get; init; }

    /// <summary>How many segments of its lease are done, and how many it has; null without a lease.</summary>
    public LeaseStatus? Lease { get; init; }

    /// <summary>How many segments of others it has trained again.</summary>
    public int Replays { get; init; }

    /// <summary>How many bytes may go over the network in a day before it takes no more leases; null where one of before did not say.</summary>
    public long? BytesADay { get; init; }

    /// <summary>How many clips of others have come that can be learnt from.</summary>
    public int Clips { get; init; }

    /// <summary>What came of the last rounds for it, the last one first.</summary>
    public IReadOnlyList<CreditStatus> Credits { get; init; } = [];

    /// <summary>The models that came, the last one first.</summary>
    public IReadOnlyList<ModelStatus> Models { get; init; } = [];
}

/// <summary>How far a lease is.</summary>
internal sealed record LeaseStatus(int Done, int Segments, DateTimeOffset Until);

/// <summary>What came of a round for a node.</summary>
/// <param name="Round">The round.</param>
/// <param name="Reason">Why it is credited, or is not.</param>
/// <param name="Amount">How much.</param>
/// <param name="Peers">How many took part.</param>
/// <param name="Promoted">Whether the merged model plays from now on.</param>
internal sealed record CreditStatus(ulong Round, string Reason, double Amount, int Peers, bool Promoted);

/// <summary>A model that came of a round.</summary>
internal sealed record ModelStatus(ulong Round, string Hash);
