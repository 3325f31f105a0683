using BlockAssist.Net.Hub;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Net.Gateway;

/// <summary>Asks the hub now and then whether there is something new, once for all who wait for it.</summary>
/// <param name="hub">The hub.</param>
/// <param name="log">Where to say that it does not answer.</param>
/// <param name="options">How often it asks.</param>
internal sealed partial class HubNews(ISwarmHub hub, ILogger<HubNews> log, GatewayOptions options) : BackgroundService
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _version;

    /// <summary>What was last known of.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Waits until there is something newer, or for so long.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task WaitAsync(long known, TimeSpan most, CancellationToken cancellation)
    {
        var changed = Volatile.Read(ref _changed).Task;
        if (Version == known)
        {
            await Task.WhenAny(changed, Task.Delay(most, cancellation)).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.NewsEvery);
        var isSilent = false;
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                Note(await hub.VersionAsync().ConfigureAwait(false));
                isSilent = false;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                if (!isSilent)
                {
                    HubSilent(log, error.Message);
                }

                isSilent = true;
            }
        }
    }

    private void Note(long version)
    {
        if (Interlocked.Exchange(ref _version, version) != version)
        {
            Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub does not answer: {Why}")]
    private static partial void HubSilent(ILogger log, string why);
}
