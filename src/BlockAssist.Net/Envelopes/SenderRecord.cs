using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Envelopes;

/// <summary>What a receiver remembers of a sender, so that nothing is taken twice.</summary>
/// <param name="Sender">Whose.</param>
/// <param name="Seq">The number of the last envelope that was taken.</param>
/// <param name="Last">Its digest.</param>
/// <param name="TakenMs">When it was taken, by the receiver's clock, in milliseconds since 1970.</param>
public sealed record SenderRecord(PeerId Sender, ulong Seq, Digest Last, long TakenMs);
