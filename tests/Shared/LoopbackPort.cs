using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace BlockAssist.Tests.Shared;

/// <summary>Ports of this machine.</summary>
internal static class LoopbackPort
{
    // Below those that systems give to whoever connects to somebody: one that is free now may be such a port in a moment.
    private const int Lowest = 12_000;
    private const int Highest = 32_000;

    /// <summary>One that nobody listens at now.</summary>
    public static int Free()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(Lowest, Highest));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    /// <summary>Waits until somebody listens at one.</summary>
    public static void Await(int port)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (tries < 600)
            {
                Thread.Sleep(50);
            }
        }
    }
}
