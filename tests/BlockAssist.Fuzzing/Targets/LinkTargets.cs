using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>What a peer hears from a hub that means it harm: over TLS, as the hub that it is.</summary>
internal static class LinkTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("swarm-link", room => room.Own(new HostileHub(room)).Answer)
        {
            Seeds = Answers,
            Allowed = [typeof(HttpRequestException), typeof(IOException)],
            Words = ["Content-Length: ", "Content-Type: text/plain; charset=x\r\n", "Transfer-Encoding: chunked\r\n", "Content-Range: bytes 0-3/4\r\n", "Begun: ", "HTTP/1.1 206 OK", "HTTP/1.1 409 C", "HTTP/1.1 404 N", "HTTP/1.1 204 N", "Content-Encoding: gzip\r\n", "Location: /\r\n", "Retry-After: 1\r\n"],
            MostBytes = 4 << 10,
            ChangesInTests = 50,
            Longest = TimeSpan.FromSeconds(5),
        },
    ];

    // The first byte says what was asked.
    private static IEnumerable<byte[]> Answers() =>
    [
        [0, .. Said(SeedMessages.Welcome)],
        [1, .. Said("taken"u8, "Content-Type: text/plain; charset=utf-8\r\n")],
        [2, .. Said(new Heard(7, 3, []).ToBytes())],
        [3, .. Said([1, 2, 3])],
        [4, .. Said("{}"u8)],
        [5, .. Said([1])],
        [6, .. Said("blob"u8, "Content-Range: bytes 0-3/4\r\n")],
        [7, .. "HTTP/1.1 404 N\r\nContent-Length: 0\r\n\r\n"u8],
    ];

    private static byte[] Said(ReadOnlySpan<byte> body, string headers = "") =>
        [.. System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    /// <summary>A hub that answers what it is told to.</summary>
    private sealed class HostileHub : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly X509Certificate2 _certificate;
        private readonly SwarmLink _link;
        private readonly FuzzRoom _room;
        private byte[] _answer = [];
        private int _asked;

        public HostileHub(FuzzRoom room)
        {
            var hub = room.Own(SeedMessages.Identity(100));
            (_room, _certificate) = (room, room.Own(PeerCertificate.Create(hub, TimeProvider.System)));
            _listener.Start();
            var (address, identity) = (new SwarmAddress("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, hub.Id), room.Own(SeedMessages.Identity(1)));
            _link = new SwarmLink(address, identity, new EnvelopeWriter(identity, SeedMessages.Network, MessageKinds.FromPeers, TimeProvider.System), TimeProvider.System);
            _ = AcceptAsync();
        }

        public void Answer(byte[] bytes)
        {
            if (bytes.Length == 0)
            {
                return;
            }

            _answer = bytes[1..];
            var (store, none) = (new BlobStore(_room.File($"blobs-{_asked++ % 8}"), new BlobLimits(1 << 20, 64 << 10), TimeProvider.System), CancellationToken.None);
            Task asked = (bytes[0] % 8) switch
            {
                0 => _link.WelcomeAsync(none),
                1 => _link.TellAsync(1, PeerMessages.AskLease(1), none),
                2 => _link.HearAsync(1, 0, TimeSpan.Zero, none),
                3 => _link.RecordAsync(1, none),
                4 => _link.LedgerAsync(none),
                5 => _link.LeaseWorkAsync(none),
                6 => _link.FetchAsync(BlobId.Of("blob"u8), store, none),
                _ => _link.BeatWorkAsync("token", none),
            };
            asked.GetAwaiter().GetResult();
        }

        public void Dispose()
        {
            _link.Dispose();
            _listener.Dispose();
        }

        private async Task AcceptAsync()
        {
            while (true)
            {
                try
                {
                    _ = ServeAsync(await _listener.AcceptSocketAsync());
                }
                catch (Exception error) when (error is SocketException or ObjectDisposedException)
                {
                    return;
                }
            }
        }

        private async Task ServeAsync(Socket socket)
        {
            try
            {
                await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
                {
                    ServerCertificate = _certificate,
                    ClientCertificateRequired = true,
                    EnabledSslProtocols = SslProtocols.Tls13,
                    RemoteCertificateValidationCallback = (_, certificate, _, _) => PeerCertificate.PeerOf(certificate as X509Certificate2) is not null,
                });
                _ = await stream.ReadAsync(new byte[16 << 10]);
                await stream.WriteAsync(_answer);
            }
            catch (Exception error) when (error is IOException or AuthenticationException or SocketException)
            {
                // The peer has had enough.
            }
        }
    }
}
