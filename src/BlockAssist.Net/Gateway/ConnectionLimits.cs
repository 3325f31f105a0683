using System.Net;
using System.Net.Sockets;
using BlockAssist.Net.Identities;
using Microsoft.AspNetCore.Connections;

namespace BlockAssist.Net.Gateway;

/// <summary>Lets neither a peer hold all connections that there may be, nor an address from which nobody proves a key.</summary>
/// <param name="options">How many there may be of each.</param>
internal sealed class ConnectionLimits(GatewayOptions options)
{
    // Of version 6, who has one address has at least 2⁶⁴ of them (RFC 6177).
    private const int NetworkBytes = 8;

    private readonly Allowance<IPAddress> _unproven = new(options.MostUnprovenAnAddress);
    private readonly Allowance<PeerId> _proven = new(options.MostConnectionsAPeer);

    /// <summary>A connection of which nobody knows yet whose it is; it is somebody's once it calls <see cref="ProveAsync"/>.</summary>
    public async Task ConnectAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var from = NetworkOf(connection.RemoteEndPoint);
        if (!_unproven.TryTake(from))
        {
            options.Meter.Refuse(GatewayRefusal.TooManyConnections);
            connection.Abort();
            return;
        }

        var place = new Place(() => _unproven.Free(from));
        connection.Items[typeof(Place)] = place;
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            place.Free();
        }
    }

    /// <summary>A connection whose peer has proved a key.</summary>
    public async Task ProveAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        (connection.Items[typeof(Place)] as Place)?.Free();
        if (ConnectedPeer.Of(connection) is not { Peer: var peer } || !_proven.TryTake(peer))
        {
            options.Meter.Refuse(GatewayRefusal.TooManyConnections);
            connection.Abort();
            return;
        }

        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            _proven.Free(peer);
        }
    }

    private static IPAddress NetworkOf(EndPoint? end)
    {
        var address = (end as IPEndPoint)?.Address ?? IPAddress.None;
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }

    private sealed class Place(Action free)
    {
        private Action? _free = free;

        public void Free() => Interlocked.Exchange(ref _free, null)?.Invoke();
    }
}
