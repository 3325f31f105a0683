using System.Net.Sockets;

namespace BlockAssist.Net.Links;

/// <summary>Dials the places of a hub: the one that answered last, then the others in turn.</summary>
/// <param name="places">The places.</param>
internal sealed class Dialling(IReadOnlyList<(string Host, int Port)> places)
{
    private const int SecondsToProbe = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private int _last;

    /// <summary>Connects.</summary>
    /// <exception cref="SocketException">No place answers.</exception>
    public async ValueTask<Stream> DialAsync(CancellationToken cancellation)
    {
        var first = Volatile.Read(ref _last);
        for (var tried = 1; ; tried++)
        {
            var place = (first + tried - 1) % places.Count;
            try
            {
                var stream = await ConnectAsync(places[place], cancellation).ConfigureAwait(false);
                Volatile.Write(ref _last, place);
                return stream;
            }
            catch (SocketException) when (tried < places.Count)
            {
            }
        }
    }

    private static async Task<NetworkStream> ConnectAsync((string Host, int Port) place, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Who is gone without a word is found out while one listens.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, SecondsToProbe);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, SecondsToProbe / 2);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
            await socket.ConnectAsync(place.Host, place.Port, limit.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
