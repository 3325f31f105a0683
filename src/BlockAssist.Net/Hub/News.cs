using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using Google.Protobuf;
using Wire = BlockAssist.Net.Messages.Wire;

namespace BlockAssist.Net.Hub;

/// <summary>For whom there is something new to hear.</summary>
/// <param name="Version">Up to where this is told.</param>
/// <param name="IsForAll">Whether there is something for everybody.</param>
/// <param name="Peers">For whom else.</param>
public sealed record News(long Version, bool IsForAll, IReadOnlyList<PeerId> Peers)
{
    /// <summary>The bytes of a <c>News</c>.</summary>
    public byte[] ToBytes() => new Wire.News { Version = (ulong)Version, ForAll = IsForAll, Peers = { Peers.Select(peer => peer.ToWire()) } }.ToByteArray();

    /// <summary>Reads one; null if it is none.</summary>
    public static News? Read(ReadOnlySpan<byte> bytes) => MessageReading.TryRead(
        Wire.News.Parser, bytes, wire => new News(wire.Version <= long.MaxValue ? (long)wire.Version : throw new FormatException("a version that there cannot be"), wire.ForAll, [.. wire.Peers.Select(peer => peer.ToPeer())]));
}
