namespace BlockAssist.Learner.Models;

/// <summary>One line of the index.</summary>
/// <param name="Op">What was done.</param>
/// <param name="Hash">To which model.</param>
/// <param name="At">When.</param>
internal sealed record RegistryEvent(RegistryOperation Op, string Hash, DateTimeOffset At)
{
    /// <summary>The newest version of events. Those of version 1 do not say it; see <see cref="Simulation.Files.JsonVersion"/>.</summary>
    public const int NewestVersion = 1;

    /// <summary>Of an added model: what it plays.</summary>
    public ModelKind? Kind { get; init; }

    /// <summary>Of an added model: what its training started from.</summary>
    public string? Parent { get; init; }

    /// <summary>Of an added model: what was measured of it.</summary>
    public SortedDictionary<string, double>? Metrics { get; init; }

    /// <summary>Of an added model: what is to be remembered of it.</summary>
    public string? Note { get; init; }
}
