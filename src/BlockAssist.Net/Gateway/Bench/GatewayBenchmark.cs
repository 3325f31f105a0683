using BlockAssist.Net.Links;

namespace BlockAssist.Net.Gateway.Bench;

/// <summary>Many peers at one gateway: each kind of request spread over some seconds, what all do at once, and a flood of some beside which the others go on.</summary>
/// <param name="clock">The clock.</param>
public sealed class GatewayBenchmark(TimeProvider clock)
{
    private const int Alone = 200;

    // Each of them keeps asking on so many connections.
    private const int FloodConnections = 2;
    private const int PeersAFlooder = 20;

    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SlackAPeer = TimeSpan.FromMilliseconds(50);

    /// <summary>How many peers.</summary>
    public int Peers { get; init; } = 1000;

    /// <summary>Over how long each kind of request is spread.</summary>
    public TimeSpan Spread { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How large the model is that each fetches, and the update that each sends, in bytes.</summary>
    public int UpdateBytes { get; init; } = 256 << 10;

    /// <summary>How long the hub's round has to be trained for that.</summary>
    public TimeSpan Training => (6 * Spread) + Slack + (Peers * SlackAPeer);

    /// <summary>Measures.</summary>
    /// <param name="hub">A hub that has just begun, with a round of <see cref="Training"/>.</param>
    /// <param name="memory">How much memory it has now, in bytes.</param>
    /// <param name="advance">Called when something begins, with what it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HttpRequestException">The hub went away.</exception>
    public async Task<GatewayLoad> RunAsync(SwarmAddress hub, Func<long> memory, Action<string> advance, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(hub);
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(advance);
        var folder = Directory.CreateTempSubdirectory("blockassist-peers-").FullName;
        var peers = new List<BenchPeer>();
        try
        {
            peers.AddRange(Enumerable.Range(1, Peers + 1).Select(number => new BenchPeer(number, hub, Path.Combine(folder, $"{number}"), clock)));
            var figures = new List<GatewayFigures>();
            var (lone, all) = (peers[0], peers[1..]);
            advance("one peer alone");
            var alone = new Latencies("where the swarm is, alone", clock);
            for (var time = 0; time < Alone; time++)
            {
                await alone.MeasureAsync(() => lone.WelcomeAsync(cancellation)).ConfigureAwait(false);
            }

            figures.Add(alone.Figures());
            var empty = memory();
            await SpreadAsync("dial, and where the swarm is", peer => peer.WelcomeAsync(cancellation)).ConfigureAwait(false);
            await SpreadAsync("ask for a lease", peer => peer.AskLeaseAsync(cancellation)).ConfigureAwait(false);
            await SpreadAsync("hear of it", peer => peer.HearLeaseAsync(cancellation)).ConfigureAwait(false);
            await SpreadAsync("fetch the model", peer => peer.FetchModelAsync(cancellation)).ConfigureAwait(false);
            await SpreadAsync("commit", peer => peer.CommitAsync(UpdateBytes, cancellation)).ConfigureAwait(false);
            var connected = memory();
            var flood = await FloodAsync(all, memory, advance, cancellation).ConfigureAwait(false);
            await SpreadAsync("where the swarm is, after the flood", peer => peer.WelcomeAsync(cancellation)).ConfigureAwait(false);
            await RevealAsync(all, figures, advance, cancellation).ConfigureAwait(false);
            return new GatewayLoad(Peers, UpdateBytes, figures, flood, empty, connected, memory());

            async Task SpreadAsync(string name, Func<BenchPeer, Task> ask)
            {
                advance(name);
                figures.Add(await OverTimeAsync(name, all, ask, cancellation).ConfigureAwait(false));
            }
        }
        finally
        {
            peers.ForEach(peer => peer.Dispose());
            Directory.Delete(folder, recursive: true);
        }
    }

    // What is asked is spread evenly, so that it is the hub that makes some wait, and not they each other.
    private async Task<GatewayFigures> OverTimeAsync(string name, List<BenchPeer> peers, Func<BenchPeer, Task> ask, CancellationToken cancellation)
    {
        var latencies = new Latencies(name, clock);
        await Task.WhenAll(peers.Select(async (peer, place) =>
        {
            await Task.Delay(Spread * ((double)place / peers.Count), clock, cancellation).ConfigureAwait(false);
            await latencies.MeasureAsync(() => ask(peer)).ConfigureAwait(false);
        })).ConfigureAwait(false);
        return latencies.Figures();
    }

    private async Task<GatewayFlood> FloodAsync(List<BenchPeer> peers, Func<long> memory, Action<string> advance, CancellationToken cancellation)
    {
        advance("a flood");
        var count = Math.Max(1, peers.Count / PeersAFlooder);
        var flooding = new Latencies("flood", clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var most = 0L;
        var floods = peers.Take(count).SelectMany(peer => Enumerable.Repeat(peer, FloodConnections)).Select(peer => KeepAskingAsync(peer, flooding, end.Token)).ToList();
        var watch = WatchAsync();
        var others = await OverTimeAsync("where the swarm is, in the flood", [.. peers.Skip(count)], peer => peer.WelcomeAsync(cancellation), cancellation).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(floods).ConfigureAwait(false);
        await watch.ConfigureAwait(false);
        var flooded = flooding.Figures();
        return new GatewayFlood(count, flooded.Count, flooded.Refused, flooded.Failed, others, most);

        async Task WatchAsync()
        {
            while (!end.IsCancellationRequested)
            {
                most = Math.Max(most, memory());
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static async Task KeepAskingAsync(BenchPeer peer, Latencies latencies, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await latencies.MeasureAsync(() => peer.WelcomeAsync(cancellation)).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // That was enough.
        }
    }

    // Nobody spreads this: all hear at once that it is time.
    private async Task RevealAsync(List<BenchPeer> peers, List<GatewayFigures> figures, Action<string> advance, CancellationToken cancellation)
    {
        advance("all at once");
        var (sending, revealing) = (new Latencies("send the update, all at once", clock), new Latencies("reveal, all at once", clock));
        await Task.WhenAll(peers.Select(async peer =>
        {
            await peer.HearRevealAsync(cancellation).ConfigureAwait(false);
            await sending.MeasureAsync(() => peer.SendUpdateAsync(cancellation)).ConfigureAwait(false);
            await revealing.MeasureAsync(() => peer.RevealAsync(cancellation)).ConfigureAwait(false);
        })).ConfigureAwait(false);
        figures.AddRange([sending.Figures(), revealing.Figures()]);
    }
}
