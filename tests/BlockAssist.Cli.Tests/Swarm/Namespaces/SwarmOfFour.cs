using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>Four machines with a node each, of one swarm: the hub, and three peers at the end of lines of their own. One of them lies.</summary>
internal sealed class SwarmOfFour : IDisposable
{
    /// <summary>The name of the swarm.</summary>
    public const string Network = "four";

    private const string Place = "10.77.0.1";
    private const int Port = 7433;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _machines = [];
    private readonly List<TunLink> _links = [];

    public SwarmOfFour()
    {
        try
        {
            (Hub, Near, Far, Liar) = (Machine("hub"), Machine("near"), Machine("far"), Machine("liar"));
            Hub.Namespace.Ip("addr", "add", $"{Place}/32", "dev", "lo");
            Join(Near, LinkWeather.Of(15, 5, 0.01));
            Join(Far, LinkWeather.Of(60, 20, 0.03));
            Join(Liar, LinkWeather.Of(30, 10, 0.02));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public SwarmMachine Hub { get; }

    public SwarmMachine Near { get; }

    public SwarmMachine Far { get; }

    public SwarmMachine Liar { get; }

    public IReadOnlyList<SwarmMachine> Honest => [Hub, Near, Far];

    public IReadOnlyList<SwarmMachine> All => [.. Honest, Liar];

    /// <summary>The lines of the peers: near, far, liar.</summary>
    public IReadOnlyList<TunLink> Links => _links;

    /// <summary>Begins the swarm, joins it, and starts every node.</summary>
    /// <param name="recordings">Recorded human play.</param>
    public void Begin(string recordings)
    {
        Hub.Ask("demos", "import", recordings, "--out", _folder.File("play"));
        Deal(Directory.GetFiles(_folder.File("play")).Order(StringComparer.Ordinal));
        MakeModel(_folder.File("base"));
        Hub.Ask("swarm", "init", "--name", Network, "--listen", $"{Place}:{Port}", "--base", _folder.File("base"), "--rate", "0.003");
        Shorten(Hub.Folder);
        StartHub();
        AwaitLease(Hub, "has a lease in round 1");
        foreach (var peer in All.Skip(1))
        {
            peer.Ask("swarm", "join", $"{Place}:{Port}/{Hub.Peer}");
        }

        // One after the other: who measures its speed while all start gets a lease so small that its update stands out.
        Start(Near);
        AwaitLease(Near, "has a lease in round 1");
        Start(Far);
        AwaitLease(Far, "has a lease in round 1");
        Liar.Run("BlockAssist.Liar", Liar.Home.Path, PlayOf(Liar));
        AwaitLease(Liar, "round 1: asked for a lease: Taken");
    }

    /// <summary>Starts the hub's node.</summary>
    public void StartHub() => Hub.Run("blockassist", "node", "run", "--data", PlayOf(Hub), "--hidden", _folder.File("hidden"));

    /// <summary>Starts the node of an honest peer.</summary>
    public void Start(SwarmMachine peer) => peer.Run("blockassist", "node", "run", "--data", PlayOf(peer));

    /// <summary>Waits until something is so.</summary>
    public void Await(string what, Func<bool> isSo) => NodeProcess.Await([.. All], what, Longest, isSo);

    /// <summary>Waits until a node is in the middle of its lease.</summary>
    public void AwaitTraining(SwarmMachine machine, ulong round) => Await(
        $"{machine.Name} is in the middle of its training in round {round}",
        () => machine.Status is { Lease: { Done: > 0 } lease } status && status.Round == round && lease.Done < lease.Segments);

    /// <summary>Waits until nodes know what came of a round.</summary>
    public void AwaitEnd(ulong round, params IEnumerable<SwarmMachine> machines)
    {
        foreach (var machine in machines)
        {
            Await($"{machine.Name} knows what came of round {round}", () => File.Exists(machine.RecordFileOf(round)));
        }
    }

    /// <summary>What a node keeps of a round, whose signature must be the hub's.</summary>
    public RoundRecord RecordOf(SwarmMachine machine, ulong round) => new KeptRecord(machine.RecordFileOf(round), Network).Open(Hub.Peer, machine.Peer);

    /// <summary>The last words of every node.</summary>
    public string Tails() => string.Join('\n', All.Select(machine => machine.Tail()));

    public void Dispose()
    {
        foreach (var one in Enumerable.Reverse(_machines).Concat(_links))
        {
            one.Dispose();
        }

        _folder.Dispose();
    }

    // A model that has learnt nothing, and small: it learns in a minute what shows in the gate.
    private static void MakeModel(string file) => SomeHuman.Save(file, SomeHuman.Size with { Dropout = 0 });

    // Short rounds of small leases, since four trainings share what cores there are.
    private static void Shorten(SwarmFolder folder)
    {
        var settings = folder.Settings();
        var plan = settings.Own!.Plan with
        {
            Training = TimeSpan.FromSeconds(100),
            Revealing = TimeSpan.FromSeconds(45),
            Patience = TimeSpan.FromSeconds(90),
            Verifying = TimeSpan.FromMinutes(5),
            MostSegments = 22,
        };
        folder.Keep(settings with { Own = settings.Own with { Plan = plan } });
    }

    private SwarmMachine Machine(string name)
    {
        var machine = new SwarmMachine(name, _folder.Path);
        _machines.Add(machine);
        return machine;
    }

    private void AwaitLease(SwarmMachine machine, string words) => Await($"{machine.Name} has a lease", () => machine.HasSaid(words));

    private void Join(SwarmMachine peer, LinkWeather weather)
    {
        var number = _links.Count + 1;
        _links.Add(new TunLink(number, Hub.Namespace, peer.Namespace, weather));
        peer.Namespace.Ip("route", "add", "default", "via", $"10.77.{number}.1");
    }

    private void Deal(IEnumerable<string> episodes)
    {
        string[] hands = [.. All.Select(PlayOf), _folder.File("hidden")];
        foreach (var (number, episode) in episodes.Index())
        {
            var hand = Directory.CreateDirectory(hands[number % hands.Length]);
            File.Move(episode, Path.Combine(hand.FullName, Path.GetFileName(episode)));
        }
    }

    private string PlayOf(SwarmMachine machine) => _folder.File($"play-of-{machine.Name}");
}
