using BlockAssist.Net.Envelopes;

namespace BlockAssist.Net.Messages;

/// <summary>Something to say, before it is put into an envelope.</summary>
/// <param name="Kind">What the body means.</param>
/// <param name="Body">What it says.</param>
public sealed record Message(EnvelopeKind Kind, ReadOnlyMemory<byte> Body);
