namespace BlockAssist.Net.Blobs;

/// <summary>Blobs by their address, in a folder: each is there whole and right or not at all, and what was begun can be gone on with.</summary>
/// <remarks>
/// <c>blobs/ab/cdef…</c> is a whole blob, <c>begun/abcdef…</c> the first bytes of one. When room is needed, the blobs that were not used for
/// longest go first, those that must be kept excepted. Safe to use from several threads; the folder belongs to one process.
/// </remarks>
public sealed class BlobStore
{
    private readonly BlobLimits _limits;
    private readonly BlobFolder _folder;
    private readonly Dictionary<BlobId, long> _coming = [];
    private readonly Lock _lock = new();

    /// <summary>Opens a store; makes the folder if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="limits">How much it takes.</param>
    /// <param name="time">Says how long ago something was used.</param>
    public BlobStore(string folder, BlobLimits limits, TimeProvider time)
    {
        (_limits, _folder) = (limits, new BlobFolder(folder, time));
        _folder.Forget(time.GetUtcNow() - limits.BegunFor);
    }

    /// <summary>Says which blobs must not go when room is needed.</summary>
    public Func<BlobId, bool> IsKept { get; init; } = _ => false;

    /// <summary>How many bytes the store holds; begun blobs included.</summary>
    public long Bytes => _folder.Bytes;

    /// <summary>Whether a blob is there.</summary>
    public bool Contains(BlobId id) => _folder.PathOf(id) is { Exists: true };

    /// <summary>How many bytes of a blob are there: all, the first ones, or none.</summary>
    public long LengthOf(BlobId id) => _folder.PathOf(id) is { Exists: true } whole ? whole.Length : _folder.BegunLengthOf(id);

    /// <summary>Opens a blob; null where it is not there.</summary>
    public Stream? Open(BlobId id) => _folder.Open(id);

    /// <summary>Keeps bytes.</summary>
    /// <returns>Their address.</returns>
    /// <exception cref="IOException">There is no room for them.</exception>
    public async Task<BlobId> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var id = BlobId.Of(bytes.Span);
        using var source = new MemoryStream(bytes.ToArray());
        var receipt = await ReceiveAsync(id, bytes.Length, 0, source, cancellation).ConfigureAwait(false);
        return receipt == BlobReceipt.Stored ? id : throw new IOException($"blob {id} of {bytes.Length} bytes is not kept: {receipt}");
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

    private BlobReceipt? Begin(BlobId id, long length)
    {
        lock (_lock)
        {
            var missing = length - _folder.BegunLengthOf(id);
            return _coming.ContainsKey(id) ? BlobReceipt.Busy
                : !MakeRoom(missing + _coming.Values.Sum()) ? BlobReceipt.NoRoom
                : _coming.TryAdd(id, missing) ? null : BlobReceipt.Busy;
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
        foreach (var (id, _) in IsRoomFor(needed) || needed > _limits.MostBytes ? [] : _folder.LeastUsed().ToList())
        {
            if (!IsRoomFor(needed) && !IsKept(id))
            {
                _folder.Delete(id);
            }
        }

        return IsRoomFor(needed);
    }

    private bool IsRoomFor(long needed) => _folder.Bytes + needed <= _limits.MostBytes;
}
