namespace BlockAssist.Net.Blobs;

/// <summary>The blobs of a store.</summary>
/// <param name="store">The store.</param>
public sealed class StoreShelf(BlobStore store) : IBlobShelf
{
    /// <inheritdoc/>
    public Task<string> FileOfAsync(BlobId id, CancellationToken cancellation) =>
        Task.FromResult(store.PathOf(id) ?? throw new FileNotFoundException($"blob {id} is not here"));

    /// <inheritdoc/>
    public Task<BlobId> KeepAsync(string file, CancellationToken cancellation) => store.PutFileAsync(file, cancellation);
}
