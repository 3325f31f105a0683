using System.Net;
using System.Net.Sockets;
using BlockAssist.Cli.Dashboard;
using BlockAssist.Cli.Monitoring;
using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>Servers on this machine, over a socket: what is wrong is a bug of ours, which they answer with 500.</summary>
internal static class ServerTargets
{
    private const string Token = "a-token-for-fuzzing-0123";

    private static readonly string[] Words =
    [
        "GET ", "POST ", "HEAD ", " HTTP/1.1\r\n", "/api/", "?top=", "&offset=", "?moment=1&dark=0", "/picture", "Host: localhost\r\n", "Host: \r\n", "Origin: null\r\n", $"Authorization: Bearer {Token}\r\n",
        "Content-Type: application/json\r\n", "Transfer-Encoding: chunked\r\n", "%00", "%2e%2e", "\"hash\":null", "\"kind\":", "\"records\":true", "Sec-Fetch-Site: cross-site\r\n", "Content-Type: application/json; charset=x\r\n",
    ];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("dashboard", OfDashboard) { Seeds = Dashboard, Words = Words, MostBytes = 4 << 10, Longest = TimeSpan.FromSeconds(5) },
        new("status-server", OfStatus) { Seeds = () => [HttpText.Of("GET", "/healthz"), HttpText.Of("GET", "/readyz"), HttpText.Of("GET", "/metrics")], Words = Words, MostBytes = 4 << 10, Longest = TimeSpan.FromSeconds(5) },
    ];

    private static IEnumerable<byte[]> Dashboard()
    {
        var authorized = $"Authorization: Bearer {Token}\r\nContent-Type: application/json\r\n";
        return
        [
            HttpText.Of("GET", "/"),
            .. ((string[])["now", "help", "learning", "credit", "machine", "chain", "sessions?top=5&offset=1", "models", "rounds", "replays", "leaderboard", "sessions/a/picture?moment=1&dark=1"]).Select(subject => HttpText.Of("GET", $"/api/{subject}")),
            HttpText.Of("POST", "/api/models/promote", authorized, """{"hash":"ab"}"""u8),
            HttpText.Of("POST", "/api/models/rollback", authorized, """{"kind":"human"}"""u8),
            HttpText.Of("POST", "/api/consent", authorized, """{"records":true}"""u8),
        ];
    }

    private static Action<byte[]> OfDashboard(FuzzRoom room)
    {
        var options = new DashboardOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0), Token = new DashboardToken(Token), WrongTokenPause = TimeSpan.Zero };
        var server = DashboardServer.StartAsync(QuietContext.In(room.Folder), options, CancellationToken.None).GetAwaiter().GetResult();
        room.Own(new Ending(server));
        return bytes => Ask(server.Address.Port, bytes);
    }

    private static Action<byte[]> OfStatus(FuzzRoom room)
    {
        var reporter = new NodeReporter(QuietContext.In(room.Folder), new NodeVitals(TimeProvider.System), () => 7);
        var server = StatusServer.StartAsync(new IPEndPoint(IPAddress.Loopback, 0), reporter, CancellationToken.None).GetAwaiter().GetResult();
        room.Own(new Ending(server));
        return bytes => Ask(server.Port, bytes);
    }

    private static void Ask(int port, byte[] request)
    {
        if (request.AsSpan().IndexOf("/api/live"u8) >= 0 || request.AsSpan().IndexOf("/api/doctor"u8) >= 0)
        {
            // One tells for as long as anybody listens, the other starts processes.
            return;
        }

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 10_000 };
        socket.Connect(IPAddress.Loopback, port);
        socket.Send(request);
        socket.Shutdown(SocketShutdown.Send);
        var (answer, count) = (new byte[64 << 10], 0);
        try
        {
            for (int read; count < answer.Length && (read = socket.Receive(answer.AsSpan(count))) > 0; count += read)
            {
            }
        }
        catch (SocketException)
        {
            // Who breaks the rules is cut off.
        }

        if (answer.AsSpan(0, count).StartsWith("HTTP/1.1 500"u8))
        {
            throw new InvalidOperationException("the server says that it has a bug");
        }
    }

    private sealed class Ending(IAsyncDisposable server) : IDisposable
    {
        public void Dispose() => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
