namespace BlockAssist.Net.Simulations.People;

/// <summary>A machine, whoever sits before it, and what it has really computed.</summary>
/// <param name="kind">How its owner takes part.</param>
/// <param name="stepsASecond">How fast it trains.</param>
internal sealed class Machine(PeerKind kind, double stepsASecond)
{
    /// <summary>How its owner takes part.</summary>
    public PeerKind Kind => kind;

    /// <summary>How fast it trains.</summary>
    public double StepsASecond => stepsASecond;

    /// <summary>Steps of its own leases.</summary>
    public long Trained { get; set; }

    /// <summary>Steps of others that it made again.</summary>
    public long Replayed { get; set; }
}
