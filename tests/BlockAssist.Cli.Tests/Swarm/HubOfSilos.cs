using System.Diagnostics;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>A hub of several processes that share a server for silos and a bucket, and nothing else; and a peer that trains.</summary>
internal sealed class HubOfSilos : IDisposable
{
    private const string Network = "silos";
    private const string DrivenHere = "The rounds of the swarm are driven here";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly SmallSwarm _model = new();
    private readonly S3Server _bucket;
    private readonly string _cluster;
    private readonly int[] _ports;

    /// <param name="cluster">The address of the server for silos.</param>
    /// <param name="bucket">The server of the bucket.</param>
    /// <param name="silos">How many silos.</param>
    public HubOfSilos(string cluster, S3Server bucket, int silos)
    {
        (_cluster, _bucket) = (cluster, bucket);
        _ports = [.. Enumerable.Range(0, silos).Select(_ => LoopbackPort.Free())];
        Silos = [.. Enumerable.Range(0, silos).Select(number => Node($"silo-{number}"))];
        Peer = Node("peer");
    }

    public IReadOnlyList<NodeProcess> Silos { get; }

    public NodeProcess Peer { get; }

    /// <summary>Begins the swarm, and starts every node.</summary>
    public void Begin()
    {
        Silos[0].MakeIdentity();
        Silos[0].Ask("swarm", "init", "--name", Network, "--base", _model.Round.Base, "--rate", "0.003");
        for (var silo = 0; silo < Silos.Count; silo++)
        {
            if (silo > 0)
            {
                Silos[silo].BecomeAlso(Silos[0]);
            }

            Settle(silo);
            Start(silo);
            Await($"{Silos[silo].Name} lets peers in", () => Silos[silo].HasSaid("Others join by"));
        }

        Peer.MakeIdentity();
        Peer.Ask("swarm", "join", $"{string.Join(',', _ports.Select(port => $"127.0.0.1:{port}"))}/{Silos[0].Peer}");
        Peer.Run("blockassist", "node", "run", "--data", _model.File("play"));
    }

    /// <summary>Starts the node of a silo.</summary>
    public void Start(int silo) =>
        Silos[silo].Run("blockassist", "node", "run", "--cluster", _cluster, "--silo", $"127.0.0.1:{LoopbackPort.Free()}", "--blobs", $"s3://{S3Server.Bucket}/{Network}");

    /// <summary>Waits until some silo has begun to drive rounds.</summary>
    /// <param name="after">Since when, as a timestamp of the machine.</param>
    /// <returns>The number of the one that began last.</returns>
    public int AwaitDriver(long after = 0)
    {
        Await("some silo drives rounds", () => Silos.Any(silo => silo.WhenSaid(DrivenHere) > after));
        return Enumerable.Range(0, Silos.Count).MaxBy(silo => Silos[silo].WhenSaid(DrivenHere));
    }

    /// <summary>Waits until something is so.</summary>
    public void Await(string what, Func<bool> isSo) => NodeProcess.Await([.. Silos, Peer], what, Longest, isSo);

    /// <summary>Waits until a node knows what came of a round.</summary>
    public RoundRecord AwaitRecord(NodeProcess node, ulong round)
    {
        Await($"{node.Name} knows what came of round {round}", () => File.Exists(node.RecordFileOf(round)));
        return new KeptRecord(node.RecordFileOf(round), Network).Open(Silos[0].Peer, node.Peer);
    }

    /// <summary>The last words of every node.</summary>
    public string Tails() => string.Join('\n', Silos.Append(Peer).Select(node => node.Tail()));

    public void Dispose()
    {
        foreach (var node in Silos.Append(Peer))
        {
            node.Dispose();
        }

        _model.Dispose();
        _folder.Dispose();
    }

    private NodeProcess Node(string name)
    {
        var node = new NodeProcess(name, _folder.Path, (program, words) => new ProcessStartInfo(program, words));
        foreach (var variable in (string[])["AWS_ENDPOINT_URL_S3", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
        {
            node.Variables[variable] = _bucket.Variable(variable)!;
        }

        return node;
    }

    // A door of its own for each; short rounds of small leases.
    private void Settle(int silo)
    {
        var folder = Silos[silo].Folder;
        var settings = folder.Settings();
        var plan = settings.Own!.Plan with { Training = TimeSpan.FromSeconds(25), Patience = TimeSpan.FromSeconds(20), MostSegments = 3 };
        folder.Keep(settings with { Own = settings.Own with { Listen = $"127.0.0.1:{_ports[silo]}", Plan = plan } });
    }
}
