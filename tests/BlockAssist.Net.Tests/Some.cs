using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using Microsoft.Extensions.Time.Testing;

namespace BlockAssist.Net.Tests;

/// <summary>Peers, gates and clocks for tests; the same every time.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    public static readonly EnvelopeKind Beat = new(1);
    public static readonly EnvelopeKind Blob = new(2);
    public static readonly NetworkId Garden = new("garden");

    /// <summary>A beat has at most 1 KiB, a blob 64 KiB.</summary>
    public static readonly EnvelopeLimits Limits = new(new Dictionary<EnvelopeKind, int> { [Beat] = 1 << 10, [Blob] = 1 << 16 });

    public static RecoveryPhrase Phrase(byte filling) => RecoveryPhrase.FromEntropy(Enumerable.Repeat(filling, RecoveryPhrase.EntropyBytes).ToArray());

    public static PeerIdentity Peer(byte number)
    {
        using var phrase = Phrase(number);
        return PeerIdentity.Of(phrase);
    }

    public static FakeTimeProvider Clock() => new(Noon);

    public static EnvelopeWriter Writer(PeerIdentity peer, TimeProvider clock, SenderChain? chain = null) =>
        new(peer, Garden, Limits, clock) { Chain = chain ?? SenderChain.Empty };

    public static EnvelopeGate Gate(
        TimeProvider clock, Func<PeerId, SenderStanding>? standing = null, IEnumerable<SenderRecord>? records = null, int senders = 100) =>
        new(new EnvelopeGateOptions { Network = Garden, Limits = Limits, Senders = senders }, standing ?? (_ => SenderStanding.Admitted), clock, records);

    public static Envelope Takes(this EnvelopeGate gate, byte[] bytes)
    {
        Assert.True(gate.TryTake(bytes, out var envelope, out var refusal), refusal.ToString());
        return envelope;
    }

    public static Refusal Refuses(this EnvelopeGate gate, byte[] bytes)
    {
        Assert.False(gate.TryTake(bytes, out var envelope, out var refusal));
        Assert.Null(envelope);
        return refusal;
    }
}
