using BlockAssist.Net.Blobs;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>The blobs that a hub still needs, whoever else wants room.</summary>
/// <param name="Blobs">Which.</param>
internal sealed record Kept(IReadOnlyList<BlobId> Blobs)
{
    /// <summary>The bytes of a <c>Kept</c>.</summary>
    public byte[] ToBytes() => new Wire.Kept { Blobs = { Blobs.Select(blob => blob.ToWire()) } }.ToByteArray();

    /// <summary>Reads one; null if it is none.</summary>
    public static Kept? Read(ReadOnlySpan<byte> bytes) => MessageReading.TryRead(Wire.Kept.Parser, bytes, wire => new Kept([.. wire.Blobs.Select(blob => blob.ToBlob())]));
}
