using System.Collections.Frozen;

namespace BlockAssist.Net.Envelopes;

/// <summary>The kinds of envelope that are understood, and the most bytes that the body of each may have.</summary>
public sealed class EnvelopeLimits
{
    private readonly FrozenDictionary<EnvelopeKind, int> _bodies;

    /// <summary>Kinds and their limits, in bytes; a limit is 0 or more, a kind's number 1 or more.</summary>
    public EnvelopeLimits(IReadOnlyDictionary<EnvelopeKind, int> bodies)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        foreach (var (kind, bytes) in bodies)
        {
            ArgumentOutOfRangeException.ThrowIfZero(kind.Number);
            ArgumentOutOfRangeException.ThrowIfNegative(bytes);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, Array.MaxLength - EnvelopeFormat.MostBesidesBody);
        }

        _bodies = bodies.ToFrozenDictionary();
        MostBytes = bodies.Count == 0 ? 0 : bodies.Values.Max() + EnvelopeFormat.MostBesidesBody;
    }

    /// <summary>The most bytes that any envelope may have: what a transport need read at most.</summary>
    public int MostBytes { get; }

    /// <summary>The most bytes of a body of a kind; null if the kind is not understood.</summary>
    public int? BodyOf(EnvelopeKind kind) => _bodies.TryGetValue(kind, out var bytes) ? bytes : null;
}
