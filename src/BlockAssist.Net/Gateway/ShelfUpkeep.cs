using BlockAssist.Net.Blobs;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Messages;
using Microsoft.Extensions.Hosting;

namespace BlockAssist.Net.Gateway;

/// <summary>Tidies the blobs of a hub now and then, by what the hub's rounds depend on.</summary>
/// <param name="hub">The hub.</param>
/// <param name="blobs">Its blobs.</param>
/// <param name="lost">Where it says that it cannot be done.</param>
/// <param name="clock">Says when it is time again.</param>
internal sealed class ShelfUpkeep(ISwarmHub hub, IHubShelf blobs, HubTrouble lost, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            await TidyAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task TidyAsync(CancellationToken cancellation)
    {
        try
        {
            if (await KeptAsync().ConfigureAwait(false) is { } kept)
            {
                await blobs.TidyAsync(kept.Blobs.ToHashSet(), cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            lost.Say(error);
        }
    }

    // That the hub does not answer is said by HubNews.
    private async Task<Kept?> KeptAsync()
    {
        try
        {
            return Kept.Read(await hub.KeptAsync().ConfigureAwait(false));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null;
        }
    }
}
