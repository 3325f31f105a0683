using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using BlockAssist.Net.Gateway;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>More than a gateway can do, or should: it refuses what is too much, and whoever keeps to what it may notices nothing.</summary>
public sealed class OverloadTests : RunningHub
{
    private const byte Greedy = 1;
    private const byte Modest = 2;
    private const int ConnectionsAPeer = 3;
    private const int Unproven = 6;
    private const int Requests = 40;

    private GatewayOptions _options = null!;

    protected override GatewayOptions Options(GatewayOptions usual) => _options = usual with
    {
        MostConnectionsAPeer = ConnectionsAPeer,
        MostUnprovenAnAddress = Unproven,
        RequestsInTenSeconds = Requests,
        Grace = TimeSpan.FromSeconds(60),
    };

    [Fact]
    public async Task A_peer_holds_so_many_connections_and_others_find_some_left()
    {
        var held = new List<SslStream>();
        for (var number = 0; number < ConnectionsAPeer; number++)
        {
            held.Add(await ConnectAsync(Greedy));
        }

        await using var another = await ConnectAsync(Greedy);
        Assert.True(await IsEndedAsync(another));
        Assert.Equal(1, Refused(GatewayRefusal.TooManyConnections));
        using (var link = Link(Modest))
        {
            await link.WelcomeAsync(TestContext.Current.CancellationToken);
        }

        held.ForEach(stream => stream.Dispose());
        using var later = Link(Greedy);
        await Eventually.IsSoAsync(() => IsLetInAsync(later));
    }

    [Fact]
    public async Task Who_proves_no_key_holds_so_many_connections_of_an_address_and_makes_room_for_who_does()
    {
        using var known = Link(Modest);
        await known.WelcomeAsync(TestContext.Current.CancellationToken);
        var held = new List<Socket>();
        for (var number = 0; number < Unproven; number++)
        {
            held.Add(await DialAsync());
        }

        await Eventually.IsSoAsync(() => _options.Meter.Connections == Unproven + 1);
        Assert.True(await IsTurnedAwayAsync());
        Assert.True(Refused(GatewayRefusal.TooManyConnections) > 0);

        // Who is in already is not put out.
        await known.WelcomeAsync(TestContext.Current.CancellationToken);
        held.ForEach(socket => socket.Dispose());
        using var later = Link(Greedy);
        await Eventually.IsSoAsync(() => IsLetInAsync(later));
    }

    [Fact]
    public async Task Who_asks_without_a_pause_is_refused_and_nobody_else_is()
    {
        using var greedy = Link(Greedy);
        using var modest = Link(Modest);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var flood = Task.Run(() => FloodAsync(greedy, end.Token), end.Token);
        await Eventually.IsSoAsync(() => Refused(GatewayRefusal.RateLimit) > 0);

        for (var number = 0; number < Requests / 2; number++)
        {
            await modest.WelcomeAsync(TestContext.Current.CancellationToken);
        }

        await end.CancelAsync();
        var (answered, refused) = await flood;
        Assert.True(refused > 0);
        Assert.True(answered >= Requests, $"{answered} answered");
    }

    private static async Task<bool> IsLetInAsync(Net.Links.SwarmLink link)
    {
        try
        {
            await link.WelcomeAsync(TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<(int Answered, int Refused)> FloodAsync(Net.Links.SwarmLink link, CancellationToken cancellation)
    {
        var (answered, refused) = (0, 0);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await link.WelcomeAsync(cancellation);
                answered++;
            }
            catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused++;
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return (answered, refused);
    }

    private long Refused(GatewayRefusal why) => _options.Meter.Refusals.Single(refusal => refusal.Reason == $"{why}").Count;

    private async Task<Socket> DialAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    // It may be reset before whoever dials knows that it was taken.
    private async Task<bool> IsTurnedAwayAsync()
    {
        try
        {
            using var socket = await DialAsync();
            return await socket.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static async Task<bool> IsEndedAsync(SslStream stream)
    {
        try
        {
            return await stream.ReadAsync(new byte[1], TestContext.Current.CancellationToken) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
