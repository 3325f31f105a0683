using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using CsCheck;

namespace BlockAssist.Net.Tests.Envelopes;

public sealed class EnvelopeGateTests : IDisposable
{
    private readonly PeerIdentity _ada = Some.Peer(1);
    private readonly PeerIdentity _bob = Some.Peer(2);

    public void Dispose()
    {
        _ada.Dispose();
        _bob.Dispose();
    }

    [Fact]
    public void What_was_written_is_what_is_taken() =>
        Gen.Select(Gen.ULong, Gen.Byte.Array[0, 300]).Sample((round, body) =>
        {
            var clock = Some.Clock();
            var bytes = Some.Writer(_ada, clock).Write(Some.Beat, round, body);

            var taken = Some.Gate(clock).Takes(bytes);

            Assert.Equal((Some.Beat, round, _ada.Id, ChainLink.First), (taken.Kind, taken.Round, taken.Sender, taken.Link));
            Assert.Equal((Some.Noon, default), (taken.Sent, taken.Prev));
            Assert.Equal(body, taken.Body.ToArray());
            Assert.Equal(bytes, taken.Bytes.ToArray());
        });

    [Fact]
    public void What_is_refused_before_its_signature_takes_no_memory()
    {
        var clock = Some.Clock();
        var open = Some.Gate(clock);
        var closed = Some.Gate(clock, _ => SenderStanding.Unknown);
        var bytes = Some.Writer(_ada, clock).Write(Some.Beat, 1, new byte[1000]);
        open.Takes(bytes);
        Assert.Equal((RefusalReason.Replayed, RefusalReason.UnknownSender), (open.Refuses(bytes).Reason, closed.Refuses(bytes).Reason));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            open.TryTake(bytes, out _, out _);
            closed.TryTake(bytes, out _, out _);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public void A_forged_sender_is_refused_and_does_the_sender_no_harm()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var bytes = Some.Writer(_ada, clock).Write(Some.Beat, 1, [1]);
        var forged = Replace(Some.Writer(_bob, clock).Write(Some.Beat, 1, [1]), Key(_bob), Key(_ada));

        Assert.Equal(RefusalReason.BadSignature, gate.Refuses(forged).Reason);
        Assert.Empty(gate.Records());
        gate.Takes(bytes);
    }

    [Fact]
    public void What_was_here_is_not_taken_again()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var writer = Some.Writer(_ada, clock);
        var (first, second, third) = (writer.Write(Some.Beat, 1, [1]), writer.Write(Some.Beat, 1, [2]), writer.Write(Some.Beat, 1, [3]));
        gate.Takes(first);
        gate.Takes(third);

        Assert.All((byte[][])[first, second, third], bytes => Assert.Equal(RefusalReason.Replayed, gate.Refuses(bytes).Reason));
    }

    [Fact]
    public void A_chain_goes_on_and_a_gap_in_it_is_told()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var writer = Some.Writer(_ada, clock);

        var first = gate.Takes(writer.Write(Some.Beat, 1, [1]));
        var second = gate.Takes(writer.Write(Some.Beat, 1, [2]));
        writer.Write(Some.Beat, 1, [3]);
        var fourth = gate.Takes(writer.Write(Some.Beat, 1, [4]));

        Assert.Equal((ChainLink.First, ChainLink.Next, ChainLink.AfterGap), (first.Link, second.Link, fourth.Link));
        Assert.Equal((first.Digest, first.Seq + 1), (second.Prev, second.Seq));
        Assert.Equal(second.Seq + 2, fourth.Seq);
    }

    [Fact]
    public void Two_successors_of_one_envelope_do_not_both_pass()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var writer = Some.Writer(_ada, clock);
        gate.Takes(writer.Write(Some.Beat, 1, [1]));
        var before = writer.Chain;
        gate.Takes(writer.Write(Some.Beat, 1, [2]));

        // A second writer, which goes on from the same place and says something else.
        clock.SetUtcNow(Some.Noon);
        var fork = Some.Writer(_ada, clock, before);
        var (again, next) = (fork.Write(Some.Beat, 1, [3]), fork.Write(Some.Beat, 1, [4]));

        Assert.Equal(RefusalReason.Replayed, gate.Refuses(again).Reason);
        Assert.Equal(RefusalReason.BrokenChain, gate.Refuses(next).Reason);
        Assert.Equal(ChainLink.AfterGap, gate.Takes(fork.Write(Some.Beat, 1, [5])).Link);
    }

    [Theory]
    [InlineData(-120_000, true)]
    [InlineData(120_000, true)]
    [InlineData(-120_001, false)]
    [InlineData(120_001, false)]
    [InlineData(-1_000_000_000_000, false)]
    public void A_clock_may_be_two_minutes_off(long milliseconds, bool passes)
    {
        var clock = Some.Clock();
        var bytes = Some.Writer(_ada, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Noon.AddMilliseconds(milliseconds))).Write(Some.Beat, 1, [1]);
        var gate = Some.Gate(clock);

        if (passes)
        {
            gate.Takes(bytes);
        }
        else
        {
            Assert.Equal(new Refusal(RefusalReason.ClockSkew, Math.Abs(milliseconds), 120_000), gate.Refuses(bytes));
        }
    }

    [Fact]
    public void An_envelope_grows_too_old()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var bytes = Some.Writer(_ada, clock).Write(Some.Beat, 1, [1]);

        clock.Advance(TimeSpan.FromMilliseconds(120_001));

        Assert.Equal(RefusalReason.ClockSkew, gate.Refuses(bytes).Reason);
    }

    [Fact]
    public void Only_admitted_senders_pass()
    {
        var clock = Some.Clock();
        var bytes = Some.Writer(_ada, clock).Write(Some.Beat, 1, [1]);

        Assert.Equal(RefusalReason.UnknownSender, Some.Gate(clock, _ => SenderStanding.Unknown).Refuses(bytes).Reason);
        Assert.Equal(RefusalReason.BannedSender, Some.Gate(clock, id => id == _ada.Id ? SenderStanding.Banned : SenderStanding.Admitted).Refuses(bytes).Reason);
        Some.Gate(clock, id => id == _ada.Id ? SenderStanding.Admitted : SenderStanding.Unknown).Takes(bytes);
    }

    [Fact]
    public void Another_network_another_kind_and_another_version_are_told_apart()
    {
        var clock = Some.Clock();
        var limits = new EnvelopeLimits(new Dictionary<EnvelopeKind, int> { [new(9)] = 100 });
        var gate = Some.Gate(clock);
        var bytes = Some.Writer(_ada, clock).Write(Some.Beat, 1, [1]);

        Assert.Equal(RefusalReason.OtherNetwork, gate.Refuses(new EnvelopeWriter(_ada, new NetworkId("forest"), Some.Limits, clock).Write(Some.Beat, 1, [1])).Reason);
        Assert.Equal(new Refusal(RefusalReason.UnknownKind, 9), gate.Refuses(new EnvelopeWriter(_ada, Some.Garden, limits, clock).Write(new(9), 1, [1])));
        Assert.Equal(new Refusal(RefusalReason.UnknownVersion, 2, 1), gate.Refuses(Replace(bytes, [0x08, 0x01, 0x12], [0x08, 0x02, 0x12])));
    }

    [Fact]
    public void Of_a_later_version_nothing_else_need_be_understood()
    {
        byte[] header = [0x08, 0x03, 0xFA, 0x01, 0x01, 0x07];

        Assert.Equal(
            new Refusal(RefusalReason.UnknownVersion, 3, 1),
            Some.Gate(Some.Clock()).Refuses([0x0A, (byte)header.Length, .. header, 0x1A, 0x40, .. new byte[64]]));
    }

    [Fact]
    public void A_body_may_be_as_large_as_its_kind_allows_and_no_larger()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var generous = new EnvelopeLimits(new Dictionary<EnvelopeKind, int> { [Some.Beat] = 1 << 20, [Some.Blob] = 1 << 20 });
        var writer = new EnvelopeWriter(_ada, Some.Garden, generous, clock);

        gate.Takes(writer.Write(Some.Beat, ulong.MaxValue, new byte[1 << 10]));
        gate.Takes(writer.Write(Some.Blob, ulong.MaxValue, new byte[1 << 16]));
        Assert.Equal(new Refusal(RefusalReason.Oversize, 1025, 1024), gate.Refuses(writer.Write(Some.Beat, 1, new byte[1025])));
        Assert.Equal(new Refusal(RefusalReason.Oversize, 65537, 65536), gate.Refuses(writer.Write(Some.Blob, 0, new byte[65537])));
        Assert.Equal(RefusalReason.Oversize, gate.Refuses(new byte[Some.Limits.MostBytes + 1]).Reason);
        Assert.Equal(RefusalReason.NotAnEnvelope, gate.Refuses(new byte[Some.Limits.MostBytes]).Reason);
    }

    [Fact]
    public void The_cheap_is_asked_before_the_dear()
    {
        // Each envelope has everything against it that comes later in the order, beginning with the signature.
        var clock = Some.Clock();
        var asked = 0;
        var gate = Some.Gate(clock, _ =>
        {
            asked++;
            return SenderStanding.Unknown;
        });
        var late = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Noon.AddHours(-1));
        var kinds = new EnvelopeLimits(new Dictionary<EnvelopeKind, int> { [Some.Beat] = 1 << 16, [new(9)] = 1 << 16 });

        Assert.Equal(RefusalReason.UnknownVersion, gate.Refuses(Spoilt(Replace(new EnvelopeWriter(_ada, new NetworkId("forest"), kinds, late).Write(new(9), 1, [1]), [0x08, 0x01, 0x12], [0x08, 0x02, 0x12]))).Reason);
        Assert.Equal(RefusalReason.OtherNetwork, gate.Refuses(Spoilt(new EnvelopeWriter(_ada, new NetworkId("forest"), kinds, late).Write(new(9), 1, [1]))).Reason);
        Assert.Equal(RefusalReason.UnknownKind, gate.Refuses(Spoilt(new EnvelopeWriter(_ada, Some.Garden, kinds, late).Write(new(9), 1, [1]))).Reason);
        Assert.Equal(RefusalReason.Oversize, gate.Refuses(Spoilt(new EnvelopeWriter(_ada, Some.Garden, kinds, late).Write(Some.Beat, 1, new byte[2000]))).Reason);
        Assert.Equal(RefusalReason.ClockSkew, gate.Refuses(Spoilt(Some.Writer(_ada, late).Write(Some.Beat, 1, [1]))).Reason);
        Assert.Equal(0, asked);
        Assert.Equal(RefusalReason.UnknownSender, gate.Refuses(Spoilt(Some.Writer(_ada, clock).Write(Some.Beat, 1, [1]))).Reason);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void After_a_restart_nothing_that_was_taken_is_taken_again()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var writer = Some.Writer(_ada, clock);
        var (first, second) = (writer.Write(Some.Beat, 1, [1]), writer.Write(Some.Beat, 1, [2]));
        gate.Takes(first);
        gate.Takes(second);

        var restarted = Some.Gate(clock, records: gate.Records());

        Assert.Equal(RefusalReason.Replayed, restarted.Refuses(first).Reason);
        Assert.Equal(RefusalReason.Replayed, restarted.Refuses(second).Reason);
        Assert.Equal(ChainLink.Next, restarted.Takes(writer.Write(Some.Beat, 1, [3])).Link);
    }

    [Fact]
    public void Senders_are_remembered_until_their_envelopes_are_too_old_and_no_more_of_them_than_there_is_room_for()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock, senders: 2);
        using var eve = Some.Peer(3);
        var first = Some.Writer(_ada, clock).Write(Some.Beat, 1, [1]);
        gate.Takes(first);
        gate.Takes(Some.Writer(_bob, clock).Write(Some.Beat, 1, [1]));

        Assert.Equal(new Refusal(RefusalReason.TooManySenders, Expected: 2), gate.Refuses(Some.Writer(eve, clock).Write(Some.Beat, 1, [1])));
        Assert.Equal(RefusalReason.Replayed, gate.Refuses(first).Reason);
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(RefusalReason.TooManySenders, gate.Refuses(Some.Writer(eve, clock).Write(Some.Beat, 1, [1])).Reason);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        gate.Takes(Some.Writer(eve, clock).Write(Some.Beat, 1, [1]));

        Assert.Equal([_bob.Id, eve.Id], gate.Records().Select(record => record.Sender));
        Assert.Equal(RefusalReason.ClockSkew, gate.Refuses(first).Reason);
    }

    [Fact]
    public void Whoever_speaks_is_remembered_longest()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock, senders: 2);
        using var eve = Some.Peer(3);
        var writer = Some.Writer(_ada, clock);
        gate.Takes(writer.Write(Some.Beat, 1, [1]));
        gate.Takes(Some.Writer(_bob, clock).Write(Some.Beat, 1, [1]));
        clock.Advance(TimeSpan.FromMinutes(5));
        gate.Takes(writer.Write(Some.Beat, 1, [2]));
        gate.Takes(Some.Writer(eve, clock).Write(Some.Beat, 1, [1]));

        Assert.Equal([_ada.Id, eve.Id], gate.Records().Select(record => record.Sender));
    }

    [Fact]
    public async Task Of_one_envelope_on_many_threads_one_is_taken()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var writer = Some.Writer(_ada, clock);
        for (var i = 0; i < 50; i++)
        {
            var bytes = writer.Write(Some.Beat, 1, [1]);

            var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => gate.TryTake(bytes, out var _, out var _))));

            Assert.Equal(1, taken.Count(one => one));
        }
    }

    [Fact]
    public void Whatever_order_envelopes_come_in_those_that_are_taken_rise() =>
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, 12).ToArray()), Gen.Int[0, 11].Array[4]).Sample((order, more) =>
        {
            var clock = Some.Clock();
            var gate = Some.Gate(clock);
            var writer = Some.Writer(_ada, clock);
            var made = Enumerable.Range(0, 12).Select(i => writer.Write(Some.Beat, 1, [(byte)i])).ToArray();

            var taken = new List<byte>();
            foreach (var i in order.Concat(more))
            {
                if (gate.TryTake(made[i], out var envelope, out _))
                {
                    taken.Add(envelope.Body.Span[0]);
                }
            }

            Assert.Equal(taken.Order().Distinct(), taken);
            Assert.Equal(11, taken[^1]);
        });

    [Fact]
    public void Every_reason_has_words_and_a_number_of_its_own()
    {
        var reasons = Enum.GetValues<RefusalReason>();

        Assert.Equal(Enumerable.Range(1, 12), reasons.Select(reason => (int)reason));
        Assert.All(reasons, reason => Assert.DoesNotContain("refused", new Refusal(reason, 1, 2).ToString(), StringComparison.Ordinal));
        Assert.Equal("the envelope's time is 130000 ms from ours, expected at most 120000; is a clock wrong?", new Refusal(RefusalReason.ClockSkew, 130_000, 120_000).ToString());
    }

    private static byte[] Spoilt(byte[] bytes)
    {
        bytes[^1] ^= 1;
        return bytes;
    }

    private static byte[] Key(PeerIdentity peer)
    {
        var key = new byte[PeerId.Bytes];
        peer.Id.CopyTo(key);
        return key;
    }

    private static byte[] Replace(byte[] bytes, byte[] from, byte[] to)
    {
        var at = bytes.AsSpan().IndexOf(from);
        Assert.True(at >= 0);
        return [.. bytes[..at], .. to, .. bytes[(at + from.Length)..]];
    }
}
