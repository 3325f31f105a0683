using System.Globalization;
using System.Security.Cryptography;
using BlockAssist.Chain.Values;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>The records of rounds that a node keeps: those alone count that its hub has signed.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="self">Who the node is.</param>
/// <param name="hub">Who must have signed them.</param>
/// <param name="network">The swarm.</param>
internal sealed class SignedRecords(SwarmFolder folder, PeerId self, PeerId hub, NetworkId network)
{
    /// <summary>Who must have signed them.</summary>
    public PeerId Hub => hub;

    /// <summary>The swarm.</summary>
    public NetworkId Network => network;

    /// <summary>The records of the node in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="self">Who it is.</param>
    public static SignedRecords In(SwarmFolder folder, PeerId self)
    {
        var settings = folder.Settings();
        return new SignedRecords(folder, self, settings.Own is null ? SwarmAddress.Parse(settings.Hub!).Hub : self, new NetworkId(settings.Network));
    }

    /// <summary>Of which rounds there is a file, in order.</summary>
    public IReadOnlyList<ulong> Rounds()
    {
        var rounds = new List<ulong>();
        foreach (var file in Directory.Exists(folder.Records) ? Directory.EnumerateFiles(folder.Records, "*" + SwarmFolder.RecordEnding) : [])
        {
            if (ulong.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var round))
            {
                rounds.Add(round);
            }
        }

        rounds.Sort();
        return rounds;
    }

    /// <summary>What came of a round, and the SHA-256 of what the hub said; null where the file is not what the hub said of it.</summary>
    /// <remarks>The digest is of what was said and not of the envelope: that is another one for everybody who is told.</remarks>
    /// <exception cref="NewerVersionException">A newer program wrote the file.</exception>
    public (RoundRecord Record, Hash32 Digest)? Read(ulong round)
    {
        var file = folder.RecordOf(round);
        try
        {
            return File.Exists(file)
                && new FileInfo(file).Length <= MessageKinds.FromHub.MostBytes
                && EnvelopeIn(file) is var bytes
                && Envelope.OfProof(bytes, hub, network) is { } said
                && HubMessages.Read(said.Kind, self, said.Body.Span) is Close { Record: var record }
                && record.Terms.Number == round
                ? (record, new Hash32(SHA256.HashData(said.Body.Span)))
                : null;
        }
        catch (IOException error) when (error is not NewerVersionException)
        {
            return null;
        }
    }

    private static byte[] EnvelopeIn(string file)
    {
        var bytes = File.ReadAllBytes(file);
        Envelope.DemandKnown(bytes, file);
        return bytes;
    }
}
