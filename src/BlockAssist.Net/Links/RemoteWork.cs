using BlockAssist.Net.Hub;

namespace BlockAssist.Net.Links;

/// <summary>The work of a hub, leased over a link by a worker whom the hub has admitted.</summary>
/// <param name="link">The link.</param>
public sealed class RemoteWork(SwarmLink link) : IHubWork
{
    /// <inheritdoc/>
    public Task<byte[]?> LeaseWorkAsync(CancellationToken cancellation) => link.LeaseWorkAsync(cancellation);

    /// <inheritdoc/>
    public Task<bool> BeatWorkAsync(string token, CancellationToken cancellation) => link.BeatWorkAsync(token, cancellation);

    /// <inheritdoc/>
    public Task<bool> FinishWorkAsync(string token, uint kind, byte[] body, CancellationToken cancellation) => link.FinishWorkAsync(token, kind, body, cancellation);
}
