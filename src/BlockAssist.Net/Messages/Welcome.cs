using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>Where a swarm is, for who comes.</summary>
/// <param name="Round">The round that is open, or the one that opens when somebody asks for a lease.</param>
/// <param name="Stage">Where that is; closed if it has not been opened.</param>
/// <param name="Base">The model that it begins with.</param>
/// <param name="Recipe">How to train.</param>
public sealed record Welcome(ulong Round, RoundStage Stage, BlobId Base, Digest Recipe)
{
    /// <summary>The name of the swarm; "" where its hub has not said.</summary>
    public string Network { get; init; } = "";

    /// <summary>The bytes of a <c>Welcome</c>.</summary>
    public byte[] ToBytes() =>
        new Wire.Welcome { Network = Network, Round = Round, Stage = (uint)Stage, Base = Base.ToWire(), Recipe = Recipe.ToWire() }.ToByteArray();

    /// <summary>Reads one; null if it is none.</summary>
    public static Welcome? Read(ReadOnlySpan<byte> bytes) => MessageReading.TryRead(
        Wire.Welcome.Parser,
        bytes,
        wire => new Welcome(wire.Round, wire.Stage.ToEnum<RoundStage>(), wire.Base.ToBlob(), wire.Recipe.ToDigest()) { Network = wire.Network.ToName() });
}
