using System.Net;
using System.Net.Sockets;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>A hub that cannot start says why at once.</summary>
public sealed class HubServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PeerIdentity _hub = Some.Peer(100);

    public void Dispose()
    {
        _hub.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_damaged_log_is_named()
    {
        var file = _folder.File("hub.db");
        await File.WriteAllTextAsync(file, new string('x', 5000), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(port: 0));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_does_not_begin_as_a_round_does_is_said_to_be_so()
    {
        using (var log = new SqliteRoundLog(_folder.File("hub.db")))
        {
            await log.AppendAsync(1, 0, new LogEntry(Some.Noon, new byte[50]), CancellationToken.None);
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(port: 0));

        Assert.Equal("the log of round 1 does not begin as a round does", error.Message);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be_so()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await Assert.ThrowsAsync<IOException>(() => StartAsync(((IPEndPoint)taken.LocalEndpoint).Port));
    }

    private Task<HubServer> StartAsync(int port) => HubServer.StartAsync(
        _hub,
        new HubOptions
        {
            Log = _folder.File("hub.db"),
            Coordinator = new CoordinatorOptions { Genesis = PlayedSwarm.Genesis, LengthOf = (_, _) => Task.FromResult<long?>(0), Verifiers = () => [] },
            Gateway = new GatewayOptions { Network = Some.Garden, Listen = new IPEndPoint(IPAddress.Loopback, port) },
        },
        new StoreShelf(new BlobStore(_folder.File("blobs"), new BlobLimits(), TimeProvider.System)),
        TimeProvider.System,
        NullLoggerFactory.Instance,
        CancellationToken.None);
}
