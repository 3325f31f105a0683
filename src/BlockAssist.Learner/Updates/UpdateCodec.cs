using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;
using ZstdSharp;

namespace BlockAssist.Learner.Updates;

/// <summary>The change of a row of weights as bytes that travel, and back; the format is in docs/formats/update.md.</summary>
/// <remarks>Keeps its buffers: after the first update of a size only the result is allocated. Belongs to one thread.</remarks>
public sealed class UpdateCodec : IDisposable
{
    /// <summary>The largest magnitude that an update may have. Nothing that has learnt anything comes near.</summary>
    public const float MaxMagnitude = 1e30f;

    /// <summary>Whether an update can say a change: all its numbers are finite and not beyond <see cref="MaxMagnitude"/>.</summary>
    public static bool Holds(ReadOnlySpan<float> change) => Magnitude.Largest(change) <= MaxMagnitude;

    private const int ZstdLevel = 3;

    private readonly IPayload[] _payloads = [new SinglePayload(), new HalfPayload(), new BlockPayload(halfBytes: false), new BlockPayload(halfBytes: true), new SparsePayload()];
    private readonly Compressor _compressor = new(ZstdLevel);
    private readonly Decompressor _decompressor = new();
    private byte[] _payload = [];
    private byte[] _packed = [];

    /// <summary>Writes an update.</summary>
    /// <param name="change">What is to be added to each weight; finite.</param>
    /// <param name="options">How to write it.</param>
    /// <param name="baseHash">The address of the checkpoint whose weights are changed.</param>
    /// <exception cref="ArgumentException">A number is not finite or beyond <see cref="MaxMagnitude"/>, or the options or the hash are not such.</exception>
    public byte[] Encode(ReadOnlySpan<float> change, UpdateOptions options, string baseHash)
    {
        Check(change, options, baseHash);
        var blockSize = UpdateHeader.HasBlocks(options.Format) ? options.BlockSize : 0;
        var payload = _payloads[(int)options.Format];
        Reserve(ref _payload, payload.MaxBytes(change.Length, blockSize));
        var raw = _payload.AsSpan(0, payload.Write(change, options, _payload));
        var packed = options.Compress ? Pack(raw) : [];
        var isPacked = !packed.IsEmpty;
        var stored = isPacked ? packed : raw;
        return Assemble(new UpdateHeader(options.Format, blockSize, change.Length, baseHash, raw.Length, stored.Length, isPacked), stored);
    }

    /// <summary>What an update says of itself. Cheap, and nothing of it is yet to be believed but its form.</summary>
    /// <exception cref="ArtifactFormatException">It is no update.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static UpdateHeader ReadHeader(ReadOnlySpan<byte> update, string name) => UpdateHeader.Read(update, name);

    /// <summary>Reads an update.</summary>
    /// <param name="update">All its bytes, from anybody.</param>
    /// <param name="change">Where the numbers go; as long as the row of the receiver's weights. Its content is undefined after an exception.</param>
    /// <param name="baseHash">The address of the checkpoint that the receiver has.</param>
    /// <param name="name">What to call the update in errors.</param>
    /// <exception cref="ArtifactFormatException">It is damaged, for other weights, or has a number that is not finite or beyond <see cref="MaxMagnitude"/>.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public UpdateHeader Decode(ReadOnlySpan<byte> update, Span<float> change, string baseHash, string name)
    {
        var header = UpdateHeader.Read(update, name);
        if (header.Count != change.Length || header.BaseHash != baseHash)
        {
            throw new ArtifactFormatException(name, "header", $"{header.Count} numbers for {header.BaseHash}", $"{change.Length} for {baseHash}");
        }

        TrailingChecksum.Demand(update, name, "update");
        var payload = _payloads[(int)header.Format];
        var most = payload.MaxBytes(change.Length, header.BlockSize);
        if (header.PayloadBytes > most)
        {
            throw new ArtifactFormatException(name, "header", $"{header.PayloadBytes} bytes of payload", $"at most {most} for {change.Length} numbers");
        }

        var stored = update.Slice(UpdateHeader.Bytes, header.StoredBytes);
        var raw = header.Compressed ? Unpack(stored, header.PayloadBytes, name) : stored;
        if (payload.Read(raw, header.BlockSize, change) is { } problem)
        {
            throw new ArtifactFormatException($"{name}: payload: {problem}");
        }

        CheckMagnitude(change, name);
        return header;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _compressor.Dispose();
        _decompressor.Dispose();
    }

    private static void Check(ReadOnlySpan<float> change, UpdateOptions options, string baseHash)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!ContentHash.IsHash(baseHash) || !UpdateHeader.IsBlockSize(options.BlockSize) || options.Kept is not (> 0 and <= 1))
        {
            throw new ArgumentException($"Base {baseHash}, blocks of {options.BlockSize}, {options.Kept} kept; expected a hash, a power of two from 32 to 1024, and a share above 0 up to 1.");
        }

        if (!Holds(change))
        {
            throw new ArgumentException("A number of the update is not finite or beyond all bounds: the training has failed, and there is nothing to send.", nameof(change));
        }
    }

    private static void CheckMagnitude(ReadOnlySpan<float> change, string name)
    {
        // A scale that was rounded up may bring the largest number a little beyond what was sent.
        const float Rounding = 1.01f;
        if (!(Magnitude.Largest(change) <= MaxMagnitude * Rounding))
        {
            throw new ArtifactFormatException(name, "payload", "a number that is none or has no end", $"magnitudes up to {MaxMagnitude}");
        }
    }

    private static byte[] Assemble(UpdateHeader header, ReadOnlySpan<byte> stored)
    {
        var update = GC.AllocateUninitializedArray<byte>(UpdateHeader.Bytes + stored.Length + TrailingChecksum.Bytes);
        header.Write(update);
        stored.CopyTo(update.AsSpan(UpdateHeader.Bytes));
        TrailingChecksum.Write(update);
        return update;
    }

    /// <summary>The payload packed; nothing if that is not smaller.</summary>
    private ReadOnlySpan<byte> Pack(ReadOnlySpan<byte> raw)
    {
        Reserve(ref _packed, raw.Length);
        return raw.Length > 0 && _compressor.TryWrap(raw, _packed.AsSpan(0, raw.Length - 1), out var written) ? _packed.AsSpan(0, written) : [];
    }

    private ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> packed, int length, string name)
    {
        Reserve(ref _payload, length);
        try
        {
            if (_decompressor.TryUnwrap(packed, _payload.AsSpan(0, length), out var written) && written == length)
            {
                return _payload.AsSpan(0, length);
            }
        }
        catch (ZstdException error)
        {
            throw new ArtifactFormatException(name, "payload", $"broken zstd ({error.Message})", $"a frame of {length} bytes", error);
        }

        throw new ArtifactFormatException(name, "payload", "a zstd frame of another length", $"{length} bytes");
    }

    private static void Reserve(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = GC.AllocateUninitializedArray<byte>(length);
        }
    }
}
