using System.Collections.Immutable;

namespace BlockAssist.Learner.Models;

/// <summary>A model of the registry.</summary>
/// <param name="Hash">The hash of its file's bytes, which is its name.</param>
/// <param name="Kind">What it plays.</param>
/// <param name="Created">When it was added.</param>
public sealed record ModelEntry(string Hash, ModelKind Kind, DateTimeOffset Created)
{
    /// <summary>The model that its training started from; null if from fresh weights.</summary>
    public string? Parent { get; init; }

    /// <summary>What was measured of it.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>What it is used for.</summary>
    public ModelState State { get; init; }

    /// <summary>What somebody wanted to be remembered of it.</summary>
    public string? Note { get; init; }
}
