using System.Net;
using System.Net.Sockets;

namespace BlockAssist.Tests.Shared;

/// <summary>Ports of this machine.</summary>
internal static class LoopbackPort
{
    /// <summary>One that nobody listens at now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
