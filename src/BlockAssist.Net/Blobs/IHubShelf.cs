namespace BlockAssist.Net.Blobs;

/// <summary>The blobs of a hub: a store on each of its machines and, where there are several, something behind it that all of them reach.</summary>
public interface IHubShelf : IBlobShelf
{
    /// <summary>The store of this machine, where blobs arrive and are checked.</summary>
    BlobStore Store { get; }

    /// <summary>Finds a blob for all machines of the hub; one that only this machine has is first put where all of them reach it.</summary>
    /// <returns>How many bytes it has; null where it is nowhere.</returns>
    /// <exception cref="IOException">It cannot be told now.</exception>
    Task<long?> FindAsync(BlobId id, CancellationToken cancellation);

    /// <summary>Brings a blob to the store of this machine.</summary>
    /// <returns>Whether it is there now.</returns>
    /// <exception cref="IOException">It cannot be told now.</exception>
    Task<bool> BringAsync(BlobId id, CancellationToken cancellation);

    /// <summary>Sees to it that all machines find what is kept, and forgets what is old and not kept; to be done now and then.</summary>
    /// <param name="kept">The blobs that rounds still depend on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">It cannot be done now.</exception>
    Task TidyAsync(IReadOnlySet<BlobId> kept, CancellationToken cancellation);
}
