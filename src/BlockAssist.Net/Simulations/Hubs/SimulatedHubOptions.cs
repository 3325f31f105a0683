namespace BlockAssist.Net.Simulations.Hubs;

/// <summary>How long the hub's own work takes.</summary>
public sealed record SimulatedHubOptions
{
    /// <summary>How often time passes at the hub.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often its gateway asks for whom there is something new.</summary>
    public TimeSpan NewsEvery { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long it takes to try an update.</summary>
    public TimeSpan Trying { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a merge takes.</summary>
    public TimeSpan Merging { get; init; } = TimeSpan.FromSeconds(9);

    /// <summary>How long a pair of games takes.</summary>
    public TimeSpan Pair { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long the referee takes for a question.</summary>
    public TimeSpan Ruling { get; init; } = TimeSpan.FromSeconds(3);
}
