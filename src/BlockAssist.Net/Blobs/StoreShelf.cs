namespace BlockAssist.Net.Blobs;

/// <summary>The blobs of a store, with nothing behind it.</summary>
/// <param name="store">The store.</param>
public sealed class StoreShelf(BlobStore store) : IHubShelf
{
    /// <inheritdoc/>
    public BlobStore Store => store;

    /// <inheritdoc/>
    public Task<string> FileOfAsync(BlobId id, CancellationToken cancellation) =>
        Task.FromResult(store.PathOf(id) ?? throw new FileNotFoundException($"blob {id} is not here"));

    /// <inheritdoc/>
    public Task<BlobId> KeepAsync(string file, CancellationToken cancellation) => store.PutFileAsync(file, cancellation);

    /// <inheritdoc/>
    public Task<long?> FindAsync(BlobId id, CancellationToken cancellation) => Task.FromResult<long?>(store.Contains(id) ? store.LengthOf(id) : null);

    /// <inheritdoc/>
    public Task<bool> BringAsync(BlobId id, CancellationToken cancellation) => Task.FromResult(store.Contains(id));

    /// <inheritdoc/>
    public Task TidyAsync(IReadOnlySet<BlobId> kept, CancellationToken cancellation) => Task.CompletedTask;
}
