namespace BlockAssist.Net.Blobs;

/// <summary>Blobs as files of this machine, wherever they are kept.</summary>
public interface IBlobShelf
{
    /// <summary>The file of a blob, fetched if need be.</summary>
    /// <exception cref="IOException">It is nowhere.</exception>
    Task<string> FileOfAsync(BlobId id, CancellationToken cancellation);

    /// <summary>Keeps a file's bytes.</summary>
    /// <returns>Their address.</returns>
    Task<BlobId> KeepAsync(string file, CancellationToken cancellation);
}
