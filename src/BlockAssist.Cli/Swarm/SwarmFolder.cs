using System.Globalization;
using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>What a node needs to take part in a swarm: a folder of its home.</summary>
/// <param name="Path">The folder.</param>
internal sealed record SwarmFolder(string Path)
{
    /// <summary>How the names of records end.</summary>
    public const string RecordEnding = ".envelope";

    /// <summary>The folder of a home.</summary>
    public static SwarmFolder Of(NodeHome home) => new(home.Swarm);

    /// <summary>Which swarm it is in.</summary>
    public string SettingsFile => System.IO.Path.Combine(Path, "swarm.json");

    /// <summary>Blobs that it has.</summary>
    public string Blobs => System.IO.Path.Combine(Path, "store");

    /// <summary>What it needs to go on with a round.</summary>
    public string Work => System.IO.Path.Combine(Path, "work");

    /// <summary>The logs of the rounds that it coordinates.</summary>
    public string Log => System.IO.Path.Combine(Path, "hub.sqlite");

    /// <summary>Play that no peer knows, by which updates are tried.</summary>
    public string Hidden => System.IO.Path.Combine(Path, "hidden");

    /// <summary>Clips of other peers to learn from.</summary>
    public string Clips => System.IO.Path.Combine(Path, "clips");

    /// <summary>Clips of its player's sessions that it is still to offer.</summary>
    public string Offers => System.IO.Path.Combine(Path, "offers");

    /// <summary>What came of each round, signed by the hub.</summary>
    public string Records => System.IO.Path.Combine(Path, "records");

    /// <summary>What came of one round.</summary>
    public string RecordOf(ulong round) => System.IO.Path.Combine(Records, round.ToString("D8", CultureInfo.InvariantCulture) + RecordEnding);

    /// <summary>What each of those brought the node.</summary>
    public string CreditFile => System.IO.Path.Combine(Path, "credit.json");

    /// <summary>What it does now.</summary>
    public string StatusFile => System.IO.Path.Combine(Path, "status.json");

    /// <summary>Segments that were trained again.</summary>
    public string ReplayFile => System.IO.Path.Combine(Path, "replays.jsonl");

    /// <summary>Those before them.</summary>
    public string OlderReplayFile => System.IO.Path.Combine(Path, "replays-1.jsonl");

    /// <summary>How many bytes went over the network today.</summary>
    public string TrafficFile => System.IO.Path.Combine(Path, "traffic.json");

    /// <summary>The form of <see cref="CreditFile"/>.</summary>
    public JsonFile<CreditForm> Credit => new(CreditFile, "credit files", CreditJson.Default.CreditForm);

    /// <summary>The form of <see cref="StatusFile"/>.</summary>
    public JsonFile<NodeStatus> Status => new(StatusFile, "statuses of nodes", SwarmNodeJson.Default.NodeStatus)
    {
        Usual = new NodeStatus { Process = 0, Since = default, At = default, Network = "", Peer = "" },
    };

    /// <summary>The form of <see cref="TrafficFile"/>.</summary>
    public JsonFile<TrafficForm> Traffic => new(TrafficFile, "traffic files", SwarmNodeJson.Default.TrafficForm);

    /// <summary>Held by the node that runs.</summary>
    public string LockFile => System.IO.Path.Combine(Path, "node.lock");

    /// <summary>Which swarm the node is in.</summary>
    /// <exception cref="ForeseenException">It is in none.</exception>
    /// <exception cref="NewerVersionException">The file is of a newer version.</exception>
    public SwarmSettings Settings()
    {
        if (!File.Exists(SettingsFile))
        {
            throw new ForeseenException("this node is in no swarm", "Begin one with blockassist swarm init, or join one with blockassist swarm join ADDRESS.");
        }

        try
        {
            return SettingsForm.Read() is { IsSound: true } settings ? settings : throw new JsonException("it names no swarm");
        }
        catch (JsonException error)
        {
            throw new ForeseenException($"{SettingsFile} cannot be read: {error.Message}", "Mend it, or delete it and join again.");
        }
    }

    /// <summary>Sets aside all of a swarm that the node leaves; nothing of it is deleted.</summary>
    /// <param name="now">What time it is, for its name.</param>
    public void SetAside(DateTimeOffset now)
    {
        if (Directory.Exists(Path))
        {
            Directory.Move(Path, $"{Path}-until-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>Notes which swarm the node is in.</summary>
    public void Keep(SwarmSettings settings) => SettingsForm.Write(settings);

    private JsonFile<SwarmSettings> SettingsForm => new(SettingsFile, "swarm settings", SwarmNodeJson.Default.SwarmSettings) { Usual = new SwarmSettings("", null, new OwnSwarm("", "", "")) };
}
