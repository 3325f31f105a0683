namespace BlockAssist.Net.Envelopes;

/// <summary>What the body of an envelope means; 1 and above. Which there are, and how large each may be, is said by <see cref="EnvelopeLimits"/>.</summary>
/// <param name="Number">The number on the wire: added at the end, never renumbered.</param>
public readonly record struct EnvelopeKind(uint Number);
