using System.Collections.Frozen;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Messages;
using Microsoft.Extensions.Hosting;

namespace BlockAssist.Net.Gateway;

/// <summary>Asks the hub now and then which blobs its rounds depend on; the store then forgets none of them to make room.</summary>
/// <remarks>
/// What was named since the hub was last asked has just come, and goes last anyway. As long as nothing is known, all is kept; while the hub
/// does not answer, what was known last.
/// </remarks>
/// <param name="hub">The hub.</param>
/// <param name="blobs">The store.</param>
internal sealed class KeptBlobs(ISwarmHub hub, BlobStore blobs) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private FrozenSet<BlobId>? _kept;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var others = blobs.IsKept;
        blobs.IsKept = blob => others(blob) || Volatile.Read(ref _kept)?.Contains(blob) != false;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        do
        {
            await AskAsync().ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    // That the hub does not answer is said by HubNews.
    private async Task AskAsync()
    {
        try
        {
            _kept = Kept.Read(await hub.KeptAsync().ConfigureAwait(false))?.Blobs.ToFrozenSet() ?? _kept;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return;
        }
    }
}
