using System.Buffers.Binary;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Updates;

/// <summary>The start of an update: what it is and what it belongs to.</summary>
/// <param name="Format">How its numbers are written.</param>
/// <param name="BlockSize">How many numbers share a scale; 0 where the format has no blocks.</param>
/// <param name="Count">How many numbers the changed row has.</param>
/// <param name="BaseHash">The address of the checkpoint that is changed.</param>
/// <param name="PayloadBytes">How long what follows is when unpacked.</param>
/// <param name="StoredBytes">How long it is as it is.</param>
/// <param name="Compressed">Whether it is packed with zstd.</param>
public sealed record UpdateHeader(UpdateFormat Format, int BlockSize, int Count, string BaseHash, int PayloadBytes, int StoredBytes, bool Compressed)
{
    /// <summary>How many bytes a header has.</summary>
    internal const int Bytes = 52;

    private const byte Version = 1;
    private const byte CompressedFlag = 1;
    private const int HashBytes = 32;
    private const int MinBlockBits = 5;
    private const int MaxBlockBits = 10;

    private static ReadOnlySpan<byte> Magic => [0x89, (byte)'B', (byte)'A', (byte)'U'];

    /// <summary>Whether so many numbers may share a scale.</summary>
    internal static bool IsBlockSize(int size) => int.IsPow2(size) && int.Log2(size) is >= MinBlockBits and <= MaxBlockBits;

    /// <summary>Whether numbers share scales in blocks in a format.</summary>
    internal static bool HasBlocks(UpdateFormat format) => format >= UpdateFormat.I8;

    /// <summary>Writes the header.</summary>
    internal void Write(Span<byte> to)
    {
        Magic.CopyTo(to);
        to[4] = Version;
        to[5] = (byte)Format;
        to[6] = Compressed ? CompressedFlag : (byte)0;
        to[7] = (byte)(BlockSize == 0 ? 0 : int.Log2(BlockSize));
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], Count);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], PayloadBytes);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], StoredBytes);
        Convert.FromHexString(BaseHash, to.Slice(20, HashBytes), out _, out _);
    }

    /// <summary>Reads the header, and checks it against the length of the update; nothing is set aside.</summary>
    internal static UpdateHeader Read(ReadOnlySpan<byte> update, string name)
    {
        if (update.Length < Bytes + TrailingChecksum.Bytes || !update.StartsWith(Magic))
        {
            throw new ArtifactFormatException(name, "start", $"{update.Length} bytes that do not start like an update", $"89 42 41 55 and at least {Bytes + TrailingChecksum.Bytes} bytes");
        }

        NewerVersionException.ThrowIfNewer(name, "updates", update[4], Version);
        if (update[4] != Version || update[5] > (byte)UpdateFormat.Sparse || update[6] > CompressedFlag)
        {
            throw new ArtifactFormatException(name, "header", $"version {update[4]}, format {update[5]}, flags {update[6]}", $"version {Version}, format 0 to {(byte)UpdateFormat.Sparse}, flags 0 or {CompressedFlag}");
        }

        var header = new UpdateHeader(
            (UpdateFormat)update[5],
            update[7] == 0 ? 0 : 1 << (update[7] & 31),
            BinaryPrimitives.ReadInt32LittleEndian(update[8..]),
            Convert.ToHexStringLower(update.Slice(20, HashBytes)),
            BinaryPrimitives.ReadInt32LittleEndian(update[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(update[16..]),
            update[6] == CompressedFlag);
        header.Check(update, name);
        return header;
    }

    private void Check(ReadOnlySpan<byte> update, string name)
    {
        if (HasBlocks(Format) ? update[7] is < MinBlockBits or > MaxBlockBits : update[7] != 0)
        {
            throw new ArtifactFormatException(name, "header", $"blocks of 2^{update[7]} numbers", HasBlocks(Format) ? $"2^{MinBlockBits} to 2^{MaxBlockBits}" : "0, as the format has none");
        }

        if (Count < 0 || PayloadBytes < 0 || StoredBytes != update.Length - Bytes - TrailingChecksum.Bytes)
        {
            throw new ArtifactFormatException(name, "header", $"{Count} numbers in {PayloadBytes} bytes, of which {StoredBytes} follow", $"{update.Length - Bytes - TrailingChecksum.Bytes} that follow, and no negative lengths");
        }

        if (!Compressed && PayloadBytes != StoredBytes)
        {
            throw new ArtifactFormatException(name, "header", $"{PayloadBytes} bytes of payload, of which {StoredBytes} follow", "both equal, as nothing is packed");
        }
    }
}
