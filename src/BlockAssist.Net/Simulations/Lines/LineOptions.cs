namespace BlockAssist.Net.Simulations.Lines;

/// <summary>How peers are connected with the hub; by default as homes are, and nothing is cut.</summary>
public sealed record LineOptions
{
    /// <summary>How long a message is on its way, in the middle of all peers.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <summary>The spread of its logarithm.</summary>
    public double LatencySpread { get; init; } = 0.5;

    /// <summary>Bits a second to the hub, in the middle of all peers.</summary>
    public double BitsUp { get; init; } = 10e6;

    /// <summary>Bits a second from the hub.</summary>
    public double BitsDown { get; init; } = 50e6;

    /// <summary>The spread of the logarithm of both.</summary>
    public double BitsSpread { get; init; } = 0.8;

    /// <summary>How often a request fails on its way there or back, and is made again.</summary>
    public double Loss { get; init; } = 0.005;

    /// <summary>How long a peer waits at first before it makes a request again; twice as long each time, up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long it waits at most.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Into how many parts the network falls when it is cut; the hub is in none of them.</summary>
    public int Regions { get; init; } = 4;

    /// <summary>After how much time a region is cut off from the hub, on average; null: never.</summary>
    public TimeSpan? CutEvery { get; init; }

    /// <summary>For how long, on average.</summary>
    public TimeSpan CutFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>By how much the clocks of peers are wrong: the spread, either way.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Lossy lines, regions that are cut off for minutes, clocks that are wrong by half a minute.</summary>
    public static LineOptions Rough { get; } = new()
    {
        Latency = TimeSpan.FromMilliseconds(80),
        Loss = 0.05,
        CutEvery = TimeSpan.FromHours(1),
        Skew = TimeSpan.FromSeconds(25),
    };
}
