using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Envelopes;

/// <summary>Where a sender's chain of envelopes ends: what it must remember to go on with it.</summary>
/// <param name="Seq">The number of its last envelope; 0 before the first.</param>
/// <param name="Last">The digest of that; zeros before the first.</param>
public sealed record SenderChain(ulong Seq, Digest Last)
{
    /// <summary>A chain without an envelope, or one of which nothing is known any more.</summary>
    public static SenderChain Empty { get; } = new(0, default);
}
