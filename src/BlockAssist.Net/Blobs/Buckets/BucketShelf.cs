using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Net.Blobs.Buckets;

/// <summary>A store of this machine with a bucket behind it, which all machines of a hub share.</summary>
/// <remarks>
/// The store is where blobs arrive and are checked; what is whole is copied into the bucket, and what is not here is fetched from there. Bytes
/// from the bucket are believed when their hash is right, as those of a peer. The bucket's own rules of age know nothing of rounds, and would take
/// a recipe or a model that is used for weeks; so what goes there goes by what rounds depend on.
/// </remarks>
/// <param name="store">The store.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="clock">What time it is.</param>
/// <param name="log">Where it says what is wrong in the bucket.</param>
public sealed partial class BucketShelf(BlobStore store, BlobBucket bucket, TimeProvider clock, ILogger<BucketShelf> log) : IHubShelf, IDisposable
{
    private const int MostFetches = 16;
    private const int Tries = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<BlobId, Lazy<Task<bool>>> _coming = new();
    private readonly SemaphoreSlim _fetches = new(MostFetches);
    private readonly HashSet<BlobId> _settled = [];
    private DateTimeOffset _swept = DateTimeOffset.MinValue;

    /// <summary>How long the bucket keeps what no round depends on.</summary>
    public TimeSpan KeepsFor { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How often the bucket is gone through.</summary>
    public TimeSpan BetweenSweeps { get; init; } = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public BlobStore Store => store;

    /// <inheritdoc/>
    public async Task<string> FileOfAsync(BlobId id, CancellationToken cancellation) =>
        await BringAsync(id, cancellation).ConfigureAwait(false) && store.PathOf(id) is { } file ? file : throw new FileNotFoundException($"blob {id} is neither here nor in {bucket}");

    /// <inheritdoc/>
    public async Task<BlobId> KeepAsync(string file, CancellationToken cancellation)
    {
        var id = await store.PutFileAsync(file, cancellation).ConfigureAwait(false);
        return await FindAsync(id, cancellation).ConfigureAwait(false) is null ? throw new IOException($"blob {id} was gone before it was in {bucket}; is the store too small?") : id;
    }

    /// <inheritdoc/>
    public async Task<long?> FindAsync(BlobId id, CancellationToken cancellation)
    {
        var found = await bucket.FindAsync(id, cancellation).ConfigureAwait(false);
        if (found is not null && clock.GetUtcNow() - found.Put < KeepsFor / 2)
        {
            return found.Length;
        }

        // What is old there may be gone in a moment, and is put again.
        if ((found is null && !store.Contains(id)) || !await BringAsync(id, cancellation).ConfigureAwait(false) || store.Open(id) is not { } bytes)
        {
            return null;
        }

        await using (bytes.ConfigureAwait(false))
        {
            var length = bytes.Length;
            await bucket.PutAsync(id, bytes, cancellation).ConfigureAwait(false);
            return length;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> BringAsync(BlobId id, CancellationToken cancellation) =>
        store.Contains(id) || await Coming(id).WaitAsync(cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task TidyAsync(IReadOnlySet<BlobId> kept, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(kept);
        _settled.IntersectWith(kept);
        foreach (var id in kept.Except(_settled).Where(store.Contains).ToList())
        {
            await FindAsync(id, cancellation).ConfigureAwait(false);
            _settled.Add(id);
        }

        if (clock.GetUtcNow() - _swept >= BetweenSweeps)
        {
            await SweepAsync(kept, cancellation).ConfigureAwait(false);
            _swept = clock.GetUtcNow();
            _settled.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _fetches.Dispose();

    // Many may want the same: it is fetched once, and goes on when whoever asked first gives up.
    private Task<bool> Coming(BlobId id) => _coming.GetOrAdd(id, _ => new Lazy<Task<bool>>(() => FetchAsync(id))).Value;

    private async Task SweepAsync(IReadOnlySet<BlobId> kept, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() - KeepsFor;
        await foreach (var one in bucket.ListAsync(cancellation).ConfigureAwait(false))
        {
            if (one.Put < until && !kept.Contains(one.Id))
            {
                await bucket.DeleteAsync(one.Id, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> FetchAsync(BlobId id)
    {
        try
        {
            using var late = new CancellationTokenSource(LongestFetch, clock);
            await _fetches.WaitAsync(late.Token).ConfigureAwait(false);
            try
            {
                return await FetchAsync(id, late.Token).ConfigureAwait(false);
            }
            finally
            {
                _fetches.Release();
            }
        }
        catch (OperationCanceledException error)
        {
            throw new IOException($"blob {id} did not come from {bucket} in {LongestFetch.TotalMinutes} minutes", error);
        }
        finally
        {
            _coming.TryRemove(id, out _);
        }
    }

    // What broke off is gone on with. Bytes that a peer had begun may be the wrong ones: then all of it is fetched.
    private async Task<bool> FetchAsync(BlobId id, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var isBegun = store.LengthOf(id) > 0;
            try
            {
                switch (await bucket.FetchAsync(id, store, cancellation).ConfigureAwait(false))
                {
                    case null: return false;
                    case BlobReceipt.Stored: return true;
                    case BlobReceipt.WrongBytes or BlobReceipt.TooLarge when !isBegun:
                        OtherBytes(log, id, bucket);
                        return false;
                    case var receipt when tries == Tries: throw new IOException($"blob {id} did not come whole from {bucket}: {receipt}");
                    default: break;
                }
            }
            catch (IOException) when (tries < Tries)
            {
                // Gone on with after a pause.
            }

            await Task.Delay(Pause * tries, clock, cancellation).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The object of blob {Id} in {Bucket} has other bytes than its name says, or too many, and is not used; who has the right ones may put them again once it is deleted")]
    private static partial void OtherBytes(ILogger log, BlobId id, BlobBucket bucket);
}
