namespace BlockAssist.Net.Simulations;

/// <summary>When people are there; by default all come within a few minutes, and stay.</summary>
public sealed record SessionOptions
{
    /// <summary>Within what time all come for the first time.</summary>
    public TimeSpan ComeWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>In how many waves.</summary>
    public int Waves { get; init; } = 1;

    /// <summary>How long somebody stays: the scale of a Weibull distribution; null: for good.</summary>
    public TimeSpan? Stays { get; init; }

    /// <summary>Its shape; below 1 many stay for a short time and few for very long.</summary>
    public double Shape { get; init; } = 0.6;

    /// <summary>How long somebody is away before it comes back: the scale.</summary>
    public TimeSpan Away { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>People who come in three waves, and go after an hour or so, or after minutes.</summary>
    public static SessionOptions Rough { get; } = new()
    {
        ComeWithin = TimeSpan.FromMinutes(30),
        Waves = 3,
        Stays = TimeSpan.FromHours(1),
    };
}
