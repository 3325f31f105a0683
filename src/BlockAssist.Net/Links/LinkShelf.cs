using BlockAssist.Net.Blobs;

namespace BlockAssist.Net.Links;

/// <summary>The blobs of a hub, at the other end of a link: fetched into a store, and sent from it.</summary>
/// <param name="link">The link.</param>
/// <param name="store">The store.</param>
public sealed class LinkShelf(SwarmLink link, BlobStore store) : IBlobShelf
{
    /// <inheritdoc/>
    public async Task<string> FileOfAsync(BlobId id, CancellationToken cancellation)
    {
        var receipt = await link.FetchAsync(id, store, cancellation).ConfigureAwait(false);
        return receipt == BlobReceipt.Stored && store.PathOf(id) is { } file ? file : throw new IOException($"blob {id} did not come whole: {receipt}");
    }

    /// <inheritdoc/>
    public async Task<BlobId> KeepAsync(string file, CancellationToken cancellation)
    {
        var id = await store.PutFileAsync(file, cancellation).ConfigureAwait(false);
        await link.SendAsync(id, store, cancellation).ConfigureAwait(false);
        return id;
    }
}
