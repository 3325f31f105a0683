using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>What a hub has said to a peer since it was last asked.</summary>
/// <param name="Round">In which round; 0 before the first.</param>
/// <param name="Next">From which place on to ask next.</param>
/// <param name="Envelopes">What was said, each in an envelope.</param>
public sealed record Heard(ulong Round, int Next, IReadOnlyList<ReadOnlyMemory<byte>> Envelopes)
{
    /// <summary>The bytes of a <c>Heard</c>.</summary>
    public byte[] ToBytes() =>
        new Wire.Heard { Round = Round, Next = (uint)Next, Envelopes = { Envelopes.Select(envelope => UnsafeByteOperations.UnsafeWrap(envelope)) } }.ToByteArray();

    /// <summary>Reads one; null if it is none.</summary>
    public static Heard? Read(ReadOnlySpan<byte> bytes) => MessageReading.TryRead(
        Wire.Heard.Parser, bytes, wire => new Heard(wire.Round, wire.Next.ToCount(), [.. wire.Envelopes.Select(envelope => envelope.Memory)]));
}
