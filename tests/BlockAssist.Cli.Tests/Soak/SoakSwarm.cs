using System.Diagnostics;
using System.Globalization;
using BlockAssist.Cli.Tests.Contributing;
using BlockAssist.Cli.Tests.Swarm;

namespace BlockAssist.Cli.Tests.Soak;

/// <summary>A hub and its peers, and the loop of a scripted player with its dashboard: real processes that go on until they are told to stop.</summary>
internal sealed class SoakSwarm : IDisposable
{
    // Nothing but play of its own, so that each has something else to learn from.
    private const int SessionsAPeer = 2;

    // More than can be played in any soak.
    private const int Sessions = 1000;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Training = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly SmallSwarm _model = new();
    private readonly int _port = LoopbackPort.Free();
    private readonly int _statusPort = LoopbackPort.Free();
    private readonly int _dashboardPort = LoopbackPort.Free();

    /// <param name="peers">How many peers.</param>
    public SoakSwarm(int peers)
    {
        Hub = Node("hub");
        Loop = Node("loop");
        Peers = [.. Enumerable.Range(1, peers).Select(number => Node(string.Create(CultureInfo.InvariantCulture, $"peer-{number}")))];
    }

    public NodeProcess Hub { get; }

    public IReadOnlyList<NodeProcess> Peers { get; }

    /// <summary>Plays, learns, shares in a swarm of its own, and serves the dashboard.</summary>
    public NodeProcess Loop { get; }

    public IReadOnlyCollection<NodeProcess> All => [Hub, Loop, .. Peers];

    public Uri Dashboard => new($"http://127.0.0.1:{_dashboardPort}/");

    /// <summary>Where a monitor reads how the hub does.</summary>
    public Uri Metrics => new($"http://127.0.0.1:{_statusPort}/metrics");

    /// <summary>Makes identities, joins the peers to the hub, and starts all of them.</summary>
    public void Begin()
    {
        foreach (var (number, node) in Peers.Prepend(Hub).Index())
        {
            node.MakeIdentity();
            node.Ask("chain", "consent", "yes");
            for (var session = 0; session < SessionsAPeer; session++)
            {
                PlayedHome.Play(node.Home, (number * SessionsAPeer) + session + 1);
            }
        }

        Hub.Ask("swarm", "init", "--name", "soak", "--listen", $"127.0.0.1:{_port}", "--base", _model.Round.Base, "--rate", "0.003");
        var settings = Hub.Folder.Settings();
        Hub.Folder.Keep(settings with { Own = settings.Own! with { Plan = settings.Own.Plan with { Training = Training, MostSegments = 2 } } });
        Hub.Run("blockassist", "node", "run", "--data", Hub.Home.Episodes, "--status-port", $"{_statusPort}");
        Hub.Await("the hub lets peers in", LongestStart, () => Hub.HasSaid("Others join by"));

        foreach (var peer in Peers)
        {
            peer.Ask("swarm", "join", $"127.0.0.1:{_port}/{Hub.Peer}");
            peer.Run("blockassist", "node", "run", "--data", peer.Home.Episodes);
        }

        Loop.Run("blockassist", "play", "--headless", "--sessions", $"{Sessions}", "--seed", "7", "--learn-steps", "2", "--train-seconds", "20", "--dashboard-port", $"{_dashboardPort}");
    }

    public void Dispose()
    {
        foreach (var node in All)
        {
            node.Dispose();
        }

        _model.Dispose();
        _folder.Dispose();
    }

    private NodeProcess Node(string name) => new(name, _folder.Path, (program, words) => new ProcessStartInfo(program, words));
}
