using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using CsCheck;

namespace BlockAssist.Net.Tests.Envelopes;

/// <summary>What a gate does with bytes that nobody wrote as they are.</summary>
public sealed class EnvelopeGateFuzzTests : IDisposable
{
    private readonly PeerIdentity _ada = Some.Peer(1);

    public void Dispose() => _ada.Dispose();

    [Fact]
    public void Every_flipped_bit_is_refused()
    {
        var clock = Some.Clock();
        var bytes = Some.Writer(_ada, clock).Write(Some.Beat, 7, [1, 2, 3, 4, 5]);

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var damaged = bytes.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Some.Gate(clock).Refuses(damaged);
        }
    }

    [Fact]
    public void However_much_is_cut_off_or_added_it_is_refused()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var bytes = Some.Writer(_ada, clock).Write(Some.Beat, 7, [1, 2, 3, 4, 5]);

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Equal(RefusalReason.NotAnEnvelope, gate.Refuses(bytes[..length]).Reason);
        }

        Assert.Equal(RefusalReason.NotAnEnvelope, gate.Refuses([.. bytes, 0]).Reason);
        Assert.Equal(RefusalReason.NotAnEnvelope, gate.Refuses([.. bytes, .. bytes]).Reason);
        gate.Takes(bytes);
    }

    [Fact]
    public void Random_bytes_are_refused_and_never_more() =>
        Gen.Byte.Array[0, 2000].Sample(bytes => Assert.Contains(
            Some.Gate(Some.Clock()).Refuses(bytes).Reason, (RefusalReason[])[RefusalReason.NotAnEnvelope, RefusalReason.UnknownVersion]));

    [Fact]
    public void Damaged_envelopes_are_refused_and_never_more()
    {
        var clock = Some.Clock();
        var writer = Some.Writer(_ada, clock);
        byte[][] corpus = [writer.Write(Some.Beat, 0, []), writer.Write(Some.Beat, 3, [1]), writer.Write(Some.Blob, ulong.MaxValue, new byte[3000])];
        var taken = 0;

        var count = FuzzRun.Over(corpus, 10_000, damaged =>
        {
            if (Some.Gate(clock).TryTake(damaged, out var envelope, out _))
            {
                // Two wounds may heal each other.
                Assert.Contains(envelope.Bytes.ToArray(), corpus);
                taken++;
            }
        });

        Assert.InRange(taken, 0, count / 100);
    }

    [Fact]
    public void Nothing_that_bytes_claim_takes_memory()
    {
        // A header, a body, and a signature of 2⁶³ bytes each, or as many as fit.
        byte[][] bombs =
        [
            [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
            [0x0A, 0x02, 0x08, 0x01, 0x12, 0xFF, 0xFF, 0xFF, 0xFF, 0x07],
            [0x0A, 0x02, 0x08, 0x01, 0x1A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07],
            [0x0A, 0x06, 0x08, 0x01, 0x12, 0xFF, 0xFF, 0x07],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        ];
        var gate = Some.Gate(Some.Clock());
        Array.ForEach(bombs, bomb => gate.Refuses(bomb));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            gate.TryTake(bombs[i % bombs.Length], out _, out _);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }
}
