using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Net.Gateway;

/// <summary>Asks the hub now and then whether there is something new, once for all who wait for it.</summary>
/// <param name="hub">The hub.</param>
/// <param name="log">Where to say that it does not answer.</param>
/// <param name="options">How often it asks.</param>
internal sealed partial class HubNews(ISwarmHub hub, ILogger<HubNews> log, GatewayOptions options) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PeerId, List<NewsListener>> _listeners = [];
    private long _version;

    /// <summary>Listens to what is said to a peer from now on.</summary>
    public NewsListener Listen(PeerId peer)
    {
        var listener = new NewsListener(one => End(peer, one));
        lock (_lock)
        {
            if (!_listeners.TryGetValue(peer, out var others))
            {
                _listeners.Add(peer, others = []);
            }

            others.Add(listener);
        }

        return listener;
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
                Note(News.Read(await hub.NewsAsync(_version).ConfigureAwait(false)) ?? throw new InvalidDataException("the hub's news cannot be read"));
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

    private void Note(News news)
    {
        _version = news.Version;
        lock (_lock)
        {
            foreach (var listener in news.IsForAll ? _listeners.Values.SelectMany(all => all) : news.Peers.SelectMany(peer => _listeners.GetValueOrDefault(peer) ?? []))
            {
                listener.Wake();
            }
        }
    }

    private void End(PeerId peer, NewsListener listener)
    {
        lock (_lock)
        {
            if (_listeners.TryGetValue(peer, out var all) && all.Remove(listener) && all.Count == 0)
            {
                _listeners.Remove(peer);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub does not answer: {Why}")]
    private static partial void HubSilent(ILogger log, string why);
}
