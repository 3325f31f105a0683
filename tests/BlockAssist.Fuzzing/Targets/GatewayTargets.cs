using System.Net;
using System.Text;
using BlockAssist.Chain.Rpc;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>Every endpoint of a hub's gateway, behind TLS: an admitted peer asks whatever it likes.</summary>
internal static class GatewayTargets
{
    private static readonly BlobLimits Limits = new(MostBytes: 1 << 20, LargestBlob: 64 << 10);

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Gateway("gateway-rounds", Rounds),
        Gateway("gateway-blobs", Blobs),
        Gateway("gateway-work", Work),
        Gateway("gateway-ledger", Ledger),
    ];

    private static FuzzTarget Gateway(string name, Func<IEnumerable<byte[]>> seeds) => new(name, Open)
    {
        Seeds = seeds,
        Words = ["Content-Range: bytes 0-3/4\r\n", "Content-Range: ", "Range: bytes=0-", "Transfer-Encoding: chunked\r\n", "If-Range: ", "HEAD", "PUT", "GET", "POST", "%00", "%2e%2e/", "/blob/", "/heard?round=1&after=0&wait=0", "Expect: 100-continue\r\n", "-1", "bytes */5"],
        MostBytes = 8 << 10,
    };

    private static Action<byte[]> Open(FuzzRoom room)
    {
        var (hub, peer) = (room.Own(SeedMessages.Identity(100)), room.Own(SeedMessages.Identity(1)));
        var server = new MemoryServer(peer.Id);
        var shelf = new StoreShelf(new BlobStore(room.File("blobs"), Limits, TimeProvider.System));
        var options = new GatewayOptions
        {
            Network = SeedMessages.Network,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            IsWorker = _ => true,
            RequestsInTenSeconds = int.MaxValue,
            LongestWait = TimeSpan.Zero,
            Ledger = new DoorOf(room),
            LedgerBytesAnHour = long.MaxValue,
            LedgerBytesAnHourOfAll = long.MaxValue,
        };
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(GatewayTargets).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.AddSingleton<ISwarmHub>(new FuzzedHub(room));
        PeerGateway.Add(builder, hub, shelf, options, TimeProvider.System);
        builder.Services.AddSingleton<IServer>(server);
        var app = builder.Build();
        PeerGateway.Map(app, shelf, options, TimeProvider.System);
        app.StartAsync().GetAwaiter().GetResult();
        room.Own(new Ending(app));
        return bytes =>
        {
            if (HttpText.Read(bytes) is { } request)
            {
                server.Answer(request);
            }
        };
    }

    private static IEnumerable<byte[]> Rounds() =>
    [
        HttpText.Of("GET", "/swarm"),
        HttpText.Of("GET", "/heard?round=1&after=0&wait=0"),
        HttpText.Of("GET", "/record/1"),
        .. SeedMessages.Envelopes().Select(envelope => HttpText.Of("POST", "/envelope", body: envelope)),
    ];

    private static IEnumerable<byte[]> Blobs()
    {
        var (body, id) = ("blob"u8.ToArray(), BlobId.Of("blob"u8));
        return
        [
            HttpText.Of("PUT", $"/blob/{id}", body: body),
            HttpText.Of("PUT", $"/blob/{BlobId.Of("other"u8)}", "Content-Range: bytes 0-1/5\r\n", "ot"u8),
            HttpText.Of("GET", $"/blob/{id}", "Range: bytes=1-2\r\n"),
            HttpText.Of("HEAD", $"/blob/{id}"),
        ];
    }

    private static IEnumerable<byte[]> Work() =>
    [
        HttpText.Of("POST", "/work/lease"),
        HttpText.Of("POST", "/work/beat/token"),
        .. SeedMessages.OfNotes().Select(note => HttpText.Of("POST", $"/work/finish/token/{note.Kind.Number}", body: note.Body.Span)),
    ];

    private static IEnumerable<byte[]> Ledger() =>
    [
        HttpText.Of("GET", "/ledger"),
        HttpText.Of("GET", "/ledger/settlements/1"),
        HttpText.Of("POST", "/ledger", body: Encoding.UTF8.GetBytes("""{"id":1,"method":"eth_call","params":[{"to":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","data":"0x"},"latest"]}""")),
    ];

    /// <summary>A ledger, as hubs have one.</summary>
    private sealed class DoorOf(FuzzRoom room) : IHubLedger
    {
        private readonly RpcDoor _door = new(room.Own(SeedLedger.In(room.File("ledger"), room.Own(SeedLedger.Signer(200)))));

        public string Place => "{}";

        public int MostBytes => RpcDoor.MostBytes;

        public async Task<byte[]?> AnswerAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation) => await _door.AnswerAsync(request, cancellation);

        public byte[]? Settlement(uint round) => round == 1 ? [1] : null;
    }

    private sealed class Ending(WebApplication app) : IDisposable
    {
        public void Dispose()
        {
            app.StopAsync().GetAwaiter().GetResult();
            app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
