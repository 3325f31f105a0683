using System.Runtime.InteropServices;

namespace BlockAssist.Net.Blobs;

/// <summary>Blobs by their address, in a folder: each is there whole and right or not at all, and what was begun can be gone on with.</summary>
/// <remarks>
/// <c>blobs/ab/cdef…</c> is a whole blob, <c>begun/abcdef…</c> the first bytes of one. When room is needed, what was begun long ago goes first, then the blobs that were
/// not used for longest, those that must be kept excepted, and then what was begun and does not come just now. Safe to use from several threads; the folder belongs to
/// one process.
/// </remarks>
public sealed class BlobStore
{
    private readonly BlobLimits _limits;
    private readonly BlobFolder _folder;
    private readonly TimeProvider _time;
    private readonly Dictionary<BlobId, long> _coming = [];
    private readonly Lock _lock = new();

    /// <summary>Opens a store; makes the folder if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="limits">How much it takes.</param>
    /// <param name="time">Says how long ago something was used.</param>
    public BlobStore(string folder, BlobLimits limits, TimeProvider time)
    {
        (_limits, _folder, _time) = (limits, new BlobFolder(folder, time), time);
        foreach (var id in BegunLongAgo())
        {
            _folder.DeleteBegun(id);
        }
    }

    /// <summary>Says which blobs must not go when room is needed.</summary>
    public Func<BlobId, bool> IsKept { get; set; } = _ => false;

    /// <summary>How many bytes the store holds; begun blobs included.</summary>
    public long Bytes => _folder.Bytes;

    /// <summary>How many bytes one blob may have.</summary>
    public long LargestBlob => _limits.LargestBlob;

    /// <summary>Whether a blob is there.</summary>
    public bool Contains(BlobId id) => _folder.PathOf(id) is { Exists: true };

    /// <summary>How many bytes of a blob are there: all, the first ones, or none.</summary>
    public long LengthOf(BlobId id) => _folder.PathOf(id) is { Exists: true } whole ? whole.Length : _folder.BegunLengthOf(id);

    /// <summary>Opens a blob; null where it is not there.</summary>
    public Stream? Open(BlobId id) => _folder.Open(id);

    /// <summary>The file of a blob, for who only takes files; null where it is not there. Not to be changed; it goes when room is needed, unless it is kept.</summary>
    public string? PathOf(BlobId id) => _folder.Use(id);

    /// <summary>Keeps bytes.</summary>
    /// <returns>Their address.</returns>
    /// <exception cref="IOException">There is no room for them.</exception>
    public async Task<BlobId> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var source = MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray());
        return await PutAsync(source, cancellation).ConfigureAwait(false);
    }

    /// <summary>Keeps what a file holds.</summary>
    /// <returns>Its address.</returns>
    /// <exception cref="IOException">There is no room for it, or the file cannot be read.</exception>
    public async Task<BlobId> PutFileAsync(string path, CancellationToken cancellation)
    {
        var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using (source.ConfigureAwait(false))
        {
            return await PutAsync(source, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Receives a blob, or more of one that was begun. When it breaks off, what came is kept.</summary>
    /// <param name="id">Its address.</param>
    /// <param name="length">How many bytes it has, as announced.</param>
    /// <param name="offset">Where in the blob the source begins.</param>
    /// <param name="source">The bytes.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<BlobReceipt> ReceiveAsync(BlobId id, long length, long offset, Stream source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Contains(id))
        {
            return BlobReceipt.Stored;
        }

        if (length < 0 || length > _limits.LargestBlob)
        {
            return BlobReceipt.TooLarge;
        }

        if (Begin(id, length) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await _folder.AppendAsync(id, length, offset, source, cancellation).ConfigureAwait(false);
        }
        finally
        {
            End(id);
        }
    }

    /// <summary>Forgets a blob.</summary>
    public void Delete(BlobId id) => _folder.Delete(id);

    private async Task<BlobId> PutAsync(Stream source, CancellationToken cancellation)
    {
        var id = BlobId.Of(source);
        var receipt = await GoOnAsync(id, source, cancellation).ConfigureAwait(false);
        if (receipt is BlobReceipt.WrongBytes or BlobReceipt.Gap)
        {
            // Somebody had begun it with other bytes, or it had been begun and made room for others; what there was is forgotten now.
            receipt = await GoOnAsync(id, source, cancellation).ConfigureAwait(false);
        }

        return receipt == BlobReceipt.Stored ? id : throw new IOException($"blob {id} of {source.Length} bytes is not kept: {receipt}");
    }

    private Task<BlobReceipt> GoOnAsync(BlobId id, Stream source, CancellationToken cancellation)
    {
        source.Position = _folder.BegunLengthOf(id);
        return ReceiveAsync(id, source.Length, source.Position, source, cancellation);
    }

    private BlobReceipt? Begin(BlobId id, long length)
    {
        lock (_lock)
        {
            if (_coming.ContainsKey(id))
            {
                return BlobReceipt.Busy;
            }

            var missing = length - _folder.BegunLengthOf(id);
            _coming.Add(id, missing);
            var fits = false;
            try
            {
                fits = MakeRoom(_coming.Values.Sum());
            }
            finally
            {
                if (!fits)
                {
                    _coming.Remove(id);
                }
            }

            return fits ? null : BlobReceipt.NoRoom;
        }
    }

    private void End(BlobId id)
    {
        lock (_lock)
        {
            _coming.Remove(id);
        }
    }

    private bool MakeRoom(long needed)
    {
        if (!IsRoomFor(needed) && needed <= _limits.MostBytes)
        {
            Free(needed, BegunLongAgo(), _folder.DeleteBegun);
            Free(needed, _folder.LeastUsed().Where(id => !IsKept(id)), _folder.Delete);
            Free(needed, _folder.LeastBegun().Select(begun => begun.Id).Where(id => !_coming.ContainsKey(id)), _folder.DeleteBegun);
        }

        return IsRoomFor(needed);
    }

    private void Free(long needed, IEnumerable<BlobId> blobs, Action<BlobId> forget)
    {
        foreach (var id in blobs)
        {
            if (IsRoomFor(needed))
            {
                return;
            }

            forget(id);
        }
    }

    private IEnumerable<BlobId> BegunLongAgo()
    {
        var before = _time.GetUtcNow() - _limits.BegunFor;
        return _folder.LeastBegun().Where(begun => begun.At < before && !_coming.ContainsKey(begun.Id)).Select(begun => begun.Id);
    }

    private bool IsRoomFor(long needed) => _folder.Bytes + needed <= _limits.MostBytes;
}
