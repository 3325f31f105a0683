using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Blobs.Buckets;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Hub.Clusters;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>What peers, hubs and workers say to each other, and how they are addressed.</summary>
internal static class MessageTargets
{
    private const string Peer = "12D3KooWDpJ7As7BWAwRMfu1VU2WCqNjvq387JEYKDBj4kx6nXTN";

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("envelope", _ => bytes => SeedMessages.Gate().TryTake(bytes, out var _, out var _)) { Seeds = SeedMessages.Envelopes },
        new("envelope-proof", _ => bytes => Prove(bytes)) { Seeds = SeedMessages.Envelopes },
        Message("peer-message", (kind, body) => PeerMessages.Read(kind, default, SeedMessages.Noon, body), SeedMessages.OfPeers),
        Message("hub-message", (kind, body) => HubMessages.Read(kind, default, body), SeedMessages.OfHubs),
        Message("hub-note", (kind, body) => (object?)HubNotes.Read(kind, SeedMessages.Noon, default, body) ?? HubNotes.ReadOpening(body, default), SeedMessages.OfNotes),
        new("welcome", _ => bytes => Welcome.Read(bytes)) { Seeds = () => [SeedMessages.Welcome] },
        new("heard", _ => bytes => Heard.Read(bytes)) { Seeds = () => [new Heard(7, 3, [.. SeedMessages.Envelopes().Select(bytes => (ReadOnlyMemory<byte>)bytes)]).ToBytes()] },
        new("kept-blobs", _ => bytes => Kept.Read(bytes)) { Seeds = () => [new Kept([BlobId.Of("a"u8), BlobId.Of("b"u8)]).ToBytes()] },
        new("news", _ => bytes => News.Read(bytes)) { Seeds = () => [new News(7, true, [SeedMessages.Identity(1).Id]).ToBytes()] },
        new("work-order", _ => bytes => WorkOrder.Read(bytes)) { Seeds = SeedMessages.WorkOrders },
        new("peer-id", _ => bytes => ReadPeer(Encoding.UTF8.GetString(bytes))) { Seeds = () => [Encoding.UTF8.GetBytes(Peer)], Allowed = [typeof(IdentityException)] },
        new("recovery-phrase", _ => bytes => RecoveryPhrase.Parse(Encoding.UTF8.GetString(bytes)).Dispose()) { Seeds = () => [Encoding.UTF8.GetBytes(SeedMessages.Phrase(1).Reveal())], Allowed = [typeof(IdentityException)] },
        new("identity-file", OfIdentityFile) { Seeds = IdentityFiles, Allowed = [typeof(IdentityException)], Longest = TimeSpan.FromSeconds(60), MostAllocated = 2L << 30, Words = ["\"memoryKiB\"", "\"passes\"", "\"salt\"", "\"nonce\"", "\"version\"", "\"opened\""] },
        new("swarm-address", _ => bytes => UseAddress(Encoding.UTF8.GetString(bytes))) { Seeds = () => ((string[])[$"hub.example:7433/{Peer}", $"192.0.2.7,[2001:db8::1]:5/{Peer}", $"bücher.example/{Peer}"]).Select(Encoding.UTF8.GetBytes), Words = ["[::1]", "xn--", "\u00AD", "。", "..", "-", "%25", "@", "[fe80::1%25eth0]", Peer], MostBytes = 1 << 10 },
        new("server-address", _ => bytes => ReadServers(Encoding.UTF8.GetString(bytes))) { Seeds = () => ((string[])["s3://bucket/prefix", "redis://:password@host:6379/0", "postgres://user:password@host:5432/db?sslmode=require"]).Select(Encoding.UTF8.GetBytes), Words = ["%00", "%", "@", "?sslmode=", "xn--", "[::1]", "'", ";"], MostBytes = 1 << 10 },
        new("certificate", _ => bytes => ReadCertificate(bytes)) { Seeds = () => [SeedMessages.Certificate(1)] },
    ];

    // The first byte is the kind.
    private static FuzzTarget Message(string name, Func<EnvelopeKind, byte[], object?> read, Func<IEnumerable<Message>> seeds) =>
        new(name, _ => bytes => ReadBehindKind(read, bytes)) { Seeds = () => seeds().Select(message => (byte[])[(byte)message.Kind.Number, .. message.Body.Span]) };

    private static void ReadBehindKind(Func<EnvelopeKind, byte[], object?> read, byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            read(new EnvelopeKind(bytes[0]), bytes[1..]);
        }
    }

    private static void Prove(byte[] bytes)
    {
        Envelope.OfLog(bytes);
        Envelope.OfProof(bytes, SeedMessages.Identity(1).Id, SeedMessages.Network);
    }

    private static void ReadPeer(string text) => PeerId.Parse(text);

    // What is an address can be dialled.
    private static void UseAddress(string text)
    {
        if (!SwarmAddress.TryParse(text, out var address))
        {
            return;
        }

        if (SwarmAddress.Parse($"{address}") != address)
        {
            throw new InvalidOperationException("an address that is not read as it is written");
        }

        using var link = new SwarmLink(address, SeedMessages.Identity(1), new EnvelopeWriter(SeedMessages.Identity(1), SeedMessages.Network, MessageKinds.FromPeers, TimeProvider.System), TimeProvider.System);
    }

    private static void ReadServers(string text)
    {
        _ = BucketAddress.TryParse(text, out var bucket) ? bucket.ToString() : null;
        _ = ClusterServer.TryParse(text, _ => null, out var server) ? server.ToString() : null;
    }

    private static void ReadCertificate(byte[] bytes)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(bytes);
            PeerCertificate.PeerOf(certificate);
        }
        catch (CryptographicException)
        {
            // TLS refuses it.
        }
    }

    private static Action<byte[]> OfIdentityFile(FuzzRoom room) => bytes =>
    {
        File.WriteAllBytes(room.File("peer.json"), bytes);
        new IdentityFile(room.File("peer.json")).Open("a passphrase").Dispose();
    };

    private static IEnumerable<byte[]> IdentityFiles()
    {
        using var room = new FuzzRoom();
        new IdentityFile(room.File("peer.json")).Save(SeedMessages.Phrase(1), "a passphrase", StretchCost.Least);
        return [File.ReadAllBytes(room.File("peer.json"))];
    }
}
