using System.Net;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>Peers and hubs of different versions, over TLS on this machine.</summary>
public sealed class SwarmProtocolTests(SwarmProtocolTests.SecondHub hub) : IClassFixture<SwarmProtocolTests.SecondHub>
{
    private const byte Ada = 1;

    private static readonly Uri Swarm = new("swarm", UriKind.Relative);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task Of_one_major_version_peer_and_hub_understand_each_other(int minor)
    {
        using var link = Link(new SwarmProtocol(2, minor));

        Assert.Equal("garden", (await link.WelcomeAsync(Stop)).Network);
    }

    [Fact]
    public async Task An_older_peer_is_told_to_update_by_its_own_program_and_by_the_hub()
    {
        using var link = Link(new SwarmProtocol(1, 9));
        using var client = hub.Client(Ada);

        await IsRefused(link, "the hub speaks version 2.3 of the swarm's protocol; this program speaks version 1.9: update BlockAssist");
        Assert.Equal("this peer speaks version 1.9 of the swarm's protocol; this hub speaks version 2.3: update BlockAssist", await RefusalOf(client, "1.9"));
    }

    [Fact]
    public async Task A_newer_peer_is_told_to_wait_for_the_hub()
    {
        using var link = Link(new SwarmProtocol(3, 0));
        using var client = hub.Client(Ada);

        await IsRefused(link, "the hub speaks version 2.3 of the swarm's protocol; this program speaks version 3.0: ask the hub's operator to update BlockAssist, or take part with an older one");
        Assert.Equal(
            "this peer speaks version 3.0 of the swarm's protocol; this hub speaks version 2.3: ask the hub's operator to update BlockAssist, or take part with an older one",
            await RefusalOf(client, "3.0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Who_does_not_say_its_version_is_of_the_first(string? said)
    {
        using var client = hub.Client(Ada);

        Assert.StartsWith("this peer speaks version 1.0", await RefusalOf(client, said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("two.three")]
    [InlineData("2.-1")]
    [InlineData("2.99999999999")]
    [InlineData("2.3, 1.0")]
    public async Task A_version_that_is_none_is_refused(string said)
    {
        using var client = hub.Client(Ada);

        Assert.Equal("this peer does not say which version of the swarm's protocol it speaks", await RefusalOf(client, said));
    }

    [Fact]
    public async Task Nothing_that_another_version_asks_is_done_and_it_is_counted()
    {
        var before = Refused();
        using var link = Link(new SwarmProtocol(1, 0));
        using var folder = new TemporaryFolder();
        var store = new BlobStore(folder.Path, RunningHub.BlobLimits, TimeProvider.System);
        await File.WriteAllBytesAsync(folder.File("blob"), [1, 2, 3], Stop);
        var id = await store.PutFileAsync(folder.File("blob"), Stop);

        await Assert.ThrowsAsync<HttpRequestException>(() => link.TellAsync(1, PeerMessages.AskLease(1), Stop));
        await Assert.ThrowsAsync<HttpRequestException>(() => link.SendAsync(id, store, Stop));
        await Assert.ThrowsAsync<HttpRequestException>(() => link.RecordAsync(1, Stop));

        Assert.False(hub.Blobs.Contains(id));
        Assert.Equal(3, Refused() - before);
    }

    [Fact]
    public async Task A_hub_of_a_later_version_is_known_whatever_it_answers()
    {
        using var link = Link(new SwarmProtocol(1, 0), 3);

        await IsRefused(link, "the hub speaks version 2.3 of the swarm's protocol; this program speaks version 1.0: update BlockAssist");
    }

    private SwarmLink Link(SwarmProtocol protocol, byte peer = Ada) => new(hub.Address, hub.Peer(peer), hub.Writer(peer), TimeProvider.System) { Protocol = protocol };

    private long Refused() => hub.Meter.Refusals.Where(one => one.Reason == nameof(GatewayRefusal.OtherVersion)).Sum(one => one.Count);

    private static async Task IsRefused(SwarmLink link, string message)
    {
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => link.WelcomeAsync(Stop));
        Assert.Equal((HttpStatusCode.UpgradeRequired, message), (error.StatusCode, error.Message));
    }

    private static async Task<string> RefusalOf(HttpClient client, string? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Swarm);
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation(SwarmProtocol.Header, version);
        }

        using var response = await client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
        Assert.Equal("2.3", response.Headers.GetValues(SwarmProtocol.Header).Single());
        return await response.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>A hub of another version than this program's; it does not admit everybody.</summary>
    public sealed class SecondHub : RunningHub
    {
        internal GatewayMeter Meter { get; } = new();

        protected override GatewayOptions Options(GatewayOptions usual)
        {
            var banned = Peer(3).Id;
            return usual with { Protocol = new SwarmProtocol(2, 3), Meter = Meter, Standing = peer => peer == banned ? Net.Envelopes.SenderStanding.Banned : Net.Envelopes.SenderStanding.Admitted };
        }
    }
}
