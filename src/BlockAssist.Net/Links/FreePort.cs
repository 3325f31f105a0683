using System.Net;
using System.Net.Sockets;

namespace BlockAssist.Net.Links;

/// <summary>A port that nobody listens at.</summary>
public static class FreePort
{
    /// <summary>One of loopback, of which nobody else is told; who waits for long may find it taken.</summary>
    public static int OnLoopback()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
