using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>Records of rounds that a test makes up, and how a hub signs them.</summary>
internal static class SomeRecord
{
    /// <summary>A round that credits one peer.</summary>
    public static RoundRecord Of(ulong round, CreditLine? line, PeerId peer, double paid = 0, bool isRefuted = false) => new(
        new RoundTerms
        {
            Number = round,
            Base = BlobId.Of("base"u8),
            Recipe = BlobId.Of("recipe"u8).Digest,
            Secret = BlobId.Of("secret"u8).Digest,
            Opens = DateTimeOffset.UnixEpoch,
            CommitBy = DateTimeOffset.UnixEpoch,
            RevealBy = DateTimeOffset.UnixEpoch,
            VerifyBy = DateTimeOffset.UnixEpoch,
        },
        BlobId.Of("base"u8),
        false,
        null,
        null,
        line is null ? [] : [line],
        paid > 0 ? new Dictionary<PeerId, double> { [peer] = paid } : [],
        isRefuted ? [peer] : []);

    /// <summary>Keeps one as a node does.</summary>
    public static void Write(string file, RoundRecord record, PeerIdentity by, string network) =>
        Write(file, record, new EnvelopeWriter(by, new NetworkId(network), MessageKinds.FromHub, TimeProvider.System));

    /// <summary>Keeps one as a node does that is told of it by a hub which has spoken before.</summary>
    public static void Write(string file, RoundRecord record, EnvelopeWriter by)
    {
        var said = HubMessages.Of(new Close(record)).Single().Message;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, by.Write(said.Kind, record.Terms.Number, said.Body.Span));
    }
}
