using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>What came of a round, as a node keeps it: the envelope in which the hub said so.</summary>
/// <param name="file">Its file.</param>
/// <param name="network">The name of the swarm.</param>
internal sealed class KeptRecord(string file, string network)
{
    /// <summary>Opens it as who heard it at the time.</summary>
    /// <param name="hub">Who must have signed it.</param>
    /// <param name="peer">Who heard it.</param>
    public RoundRecord Open(PeerId hub, PeerId peer)
    {
        var gate = new EnvelopeGate(
            new EnvelopeGateOptions { Network = new NetworkId(network), Limits = MessageKinds.FromHub },
            sender => sender == hub ? SenderStanding.Admitted : SenderStanding.Unknown,
            new StoppedClock(File.GetLastWriteTimeUtc(file)));
        Assert.True(gate.TryTake(File.ReadAllBytes(file), out var envelope, out var refusal), $"{file}: {refusal}");
        return Assert.IsType<Close>(HubMessages.Read(envelope.Kind, peer, envelope.Body.Span)).Record;
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
