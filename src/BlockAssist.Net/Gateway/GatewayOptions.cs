using System.Net;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;

namespace BlockAssist.Net.Gateway;

/// <summary>How a gateway lets peers in.</summary>
public sealed record GatewayOptions
{
    /// <summary>How many connections there may be at once, where nobody says otherwise.</summary>
    public const int UsualConnections = 4096;

    /// <summary>The swarm.</summary>
    public required NetworkId Network { get; init; }

    /// <summary>Which version of the protocol the hub speaks.</summary>
    public SwarmProtocol Protocol { get; init; } = SwarmProtocol.Own;

    /// <summary>Where to listen; port 0 for one that is free.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Any, SwarmAddress.UsualPort);

    /// <summary>What is made of a peer.</summary>
    public Func<PeerId, SenderStanding> Standing { get; init; } = _ => SenderStanding.Admitted;

    /// <summary>Whether a peer may do the hub's own work.</summary>
    public Func<PeerId, bool> IsWorker { get; init; } = _ => false;

    /// <summary>What counts what goes through.</summary>
    public GatewayMeter Meter { get; init; } = new();

    /// <summary>On what peers record what they contribute; null where that is elsewhere.</summary>
    public IHubLedger? Ledger { get; init; }

    /// <summary>How many requests a peer may make in ten seconds.</summary>
    public int RequestsInTenSeconds { get; init; } = 300;

    /// <summary>How many bytes of blobs a peer may send in an hour.</summary>
    public long UploadBytesAnHour { get; init; } = 512L << 20;

    /// <summary>How many bytes of questions to the ledger a peer may send in an hour: enough to record a thousand contributions.</summary>
    public long LedgerBytesAnHour { get; init; } = 4L << 20;

    /// <summary>How many bytes of questions to the ledger all peers together may send in an hour: what they record is kept for ever.</summary>
    public long LedgerBytesAnHourOfAll { get; init; } = 64L << 20;

    /// <summary>How many bytes a second must come of a request, and must be taken of an answer; who is slower is cut off.</summary>
    public int SlowestBytesASecond { get; init; } = 4096;

    /// <summary>For how long one may be slower at first, and how long the head of a request may take.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many connections there may be at once.</summary>
    public int MostConnections { get; init; } = UsualConnections;

    /// <summary>How many of them one peer may hold; it needs one for each thing that it does at once.</summary>
    public int MostConnectionsAPeer { get; init; } = 32;

    /// <summary>How many of them may come from one address, or one network of version 6, on which nobody has proved a key yet.</summary>
    public int MostUnprovenAnAddress { get; init; } = 256;

    /// <summary>After how many envelopes that cannot be its own a peer's connection ends.</summary>
    public int MostForgeries { get; init; } = 5;

    /// <summary>How often the hub is asked whether there is something new, once for all who listen.</summary>
    public TimeSpan NewsEvery { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest that somebody may listen for something new.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);
}
