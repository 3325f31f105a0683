namespace BlockAssist.Net.Envelopes;

/// <summary>What a gate lets in.</summary>
public sealed record EnvelopeGateOptions
{
    /// <summary>The swarm whose envelopes are taken.</summary>
    public required NetworkId Network { get; init; }

    /// <summary>The kinds that are understood, and how large each may be.</summary>
    public required EnvelopeLimits Limits { get; init; }

    /// <summary>How far a sender's clock may be from ours, either way, both ends included; two minutes.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many senders are remembered at once, of about 250 bytes each; 1 and above.</summary>
    public int Senders { get; init; } = 1 << 14;
}
