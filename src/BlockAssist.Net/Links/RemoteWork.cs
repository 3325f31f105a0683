using BlockAssist.Net.Hub;

namespace BlockAssist.Net.Links;

/// <summary>The work of a hub, leased over a link by a worker whom the hub has admitted.</summary>
/// <param name="link">The link.</param>
public sealed class RemoteWork(SwarmLink link) : IHubWork
{
    /// <inheritdoc/>
    public Task<byte[]?> LeaseWorkAsync() => link.LeaseWorkAsync(CancellationToken.None);

    /// <inheritdoc/>
    public Task<bool> BeatWorkAsync(string token) => link.BeatWorkAsync(token, CancellationToken.None);

    /// <inheritdoc/>
    public Task<bool> FinishWorkAsync(string token, uint kind, byte[] body) => link.FinishWorkAsync(token, kind, body, CancellationToken.None);
}
