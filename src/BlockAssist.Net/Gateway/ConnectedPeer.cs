using System.Security.Cryptography.X509Certificates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BlockAssist.Net.Gateway;

/// <summary>Who is at the other end of a connection, proved by its handshake, and how often it has sent what cannot be its own.</summary>
/// <param name="peer">Who.</param>
internal sealed class ConnectedPeer(PeerId peer)
{
    private int _forgeries;

    /// <summary>Who.</summary>
    public PeerId Peer => peer;

    /// <summary>Notes a forgery.</summary>
    /// <returns>How many there were.</returns>
    public int NoteForgery() => Interlocked.Increment(ref _forgeries);

    /// <summary>The peer of a request; null if its certificate is nobody's.</summary>
    public static ConnectedPeer? Of(HttpContext context)
    {
        var items = context.Features.Get<IConnectionItemsFeature>()?.Items ?? context.Items;
        return items.TryGetValue(typeof(ConnectedPeer), out var known) ? (ConnectedPeer?)known : Note(items, context.Connection.ClientCertificate);
    }

    /// <summary>The peer of a connection whose handshake is done; null if its certificate is nobody's. Its requests find it.</summary>
    public static ConnectedPeer? Of(ConnectionContext connection) => Note(connection.Items, connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate);

    private static ConnectedPeer? Note(IDictionary<object, object?> items, X509Certificate2? certificate)
    {
        var connected = PeerCertificate.PeerOf(certificate) is { } peer ? new ConnectedPeer(peer) : null;
        items[typeof(ConnectedPeer)] = connected;
        return connected;
    }
}
