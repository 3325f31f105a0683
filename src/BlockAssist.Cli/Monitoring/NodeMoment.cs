using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Monitoring;

/// <summary>What a node knows of itself at one moment.</summary>
/// <param name="Status">What it does; null before its first word.</param>
/// <param name="Counts">What it counted since its start.</param>
internal sealed record NodeMoment(NodeStatus? Status, VitalCounts Counts)
{
    /// <summary>Whether its peer takes part: what comes before is over.</summary>
    public bool HasBegun { get; init; }

    /// <summary>How long ago the hub last answered; null if it never did.</summary>
    public TimeSpan? SinceAnswer { get; init; }

    /// <summary>How many bytes of blobs went to the hub; null before it takes part.</summary>
    public long? BytesSent { get; init; }

    /// <summary>How many bytes of blobs came from the hub; null before it takes part.</summary>
    public long? BytesReceived { get; init; }

    /// <summary>In how many rounds its own work came to what, and what that brought.</summary>
    public IReadOnlyDictionary<CreditReason, (int Rounds, double Amount)> Credits { get; init; } = new Dictionary<CreditReason, (int, double)>();

    /// <summary>How many segments of others it trained again, by what came of that.</summary>
    public IReadOnlyList<int> Replays { get; init; } = [];

    /// <summary>How many bytes went over the network today; null before it takes part.</summary>
    public long? BytesToday { get; init; }

    /// <summary>How long ago it last said something.</summary>
    public TimeSpan SinceNews { get; init; }

    /// <summary>How long ago its training last moved on, or was last not allowed; null where it trains nothing.</summary>
    public TimeSpan? SinceStep { get; init; }

    /// <summary>How long a segment took at most.</summary>
    public TimeSpan LongestStep { get; init; }
}

/// <summary>What a node counted since its start.</summary>
internal sealed record VitalCounts
{
    /// <summary>Rounds that were closed.</summary>
    public int Rounds { get; init; }

    /// <summary>Leases that it was given.</summary>
    public int Leases { get; init; }

    /// <summary>Leases that it was not given.</summary>
    public int Refused { get; init; }

    /// <summary>Segments that it trained.</summary>
    public int Segments { get; init; }

    /// <summary>Models that were promoted.</summary>
    public int Models { get; init; }

    /// <summary>Clips of others that it can learn from.</summary>
    public int ClipsReceived { get; init; }

    /// <summary>Clips that it offered.</summary>
    public int ClipsOffered { get; init; }

    /// <summary>How often something did not work.</summary>
    public int Troubles { get; init; }
}
