using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Envelopes.Wire;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Tests.Envelopes;

public sealed class EnvelopeWriterTests : IDisposable
{
    private readonly PeerIdentity _ada = Some.Peer(1);

    public void Dispose() => _ada.Dispose();

    [Fact]
    public void Numbers_begin_with_the_time_and_rise_by_one()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var writer = Some.Writer(_ada, clock);

        var seqs = Enumerable.Range(0, 5).Select(_ => gate.Takes(writer.Write(Some.Beat, 1, [])).Seq).ToList();

        var start = (ulong)Some.Noon.ToUnixTimeMilliseconds();
        Assert.Equal([start, start + 1, start + 2, start + 3, start + 4], seqs);
        Assert.Equal(start + 4, writer.Chain.Seq);
    }

    [Fact]
    public void A_restart_with_all_that_was_stored_goes_on_without_a_gap()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var before = Some.Writer(_ada, clock);
        gate.Takes(before.Write(Some.Beat, 1, []));

        clock.Advance(TimeSpan.FromSeconds(3));
        var after = Some.Writer(_ada, clock, before.Chain);

        Assert.Equal(ChainLink.Next, gate.Takes(after.Write(Some.Beat, 1, [])).Link);
    }

    [Fact]
    public void A_restart_that_lost_the_last_envelopes_goes_on_behind_a_gap()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var before = Some.Writer(_ada, clock);
        gate.Takes(before.Write(Some.Beat, 1, []));
        var stored = before.Chain;
        gate.Takes(before.Write(Some.Beat, 1, []));
        gate.Takes(before.Write(Some.Beat, 1, []));

        clock.Advance(TimeSpan.FromSeconds(1));
        var after = Some.Writer(_ada, clock, stored);

        Assert.Equal(ChainLink.AfterGap, gate.Takes(after.Write(Some.Beat, 1, [])).Link);
        Assert.Equal(ChainLink.Next, gate.Takes(after.Write(Some.Beat, 1, [])).Link);
    }

    [Fact]
    public void An_identity_brought_back_from_its_words_knows_nothing_and_is_taken()
    {
        var clock = Some.Clock();
        var gate = Some.Gate(clock);
        var lost = Some.Writer(_ada, clock);
        for (var i = 0; i < 500; i++)
        {
            gate.Takes(lost.Write(Some.Beat, 1, []));
        }

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(ChainLink.AfterGap, gate.Takes(Some.Writer(_ada, clock).Write(Some.Beat, 1, [])).Link);
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_take_numbers_back()
    {
        var clock = Some.Clock();
        var writer = Some.Writer(_ada, clock);
        writer.Write(Some.Beat, 1, []);
        var earlier = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Noon.AddMinutes(-1));

        var after = Some.Writer(_ada, earlier, writer.Chain);
        after.Write(Some.Beat, 1, []);

        Assert.Equal(writer.Chain.Seq + 1, after.Chain.Seq);
    }

    [Fact]
    public void What_nobody_would_take_is_not_made()
    {
        var writer = Some.Writer(_ada, Some.Clock());

        Assert.Throws<ArgumentException>(() => writer.Write(new EnvelopeKind(3), 1, []));
        Assert.Throws<ArgumentException>(() => writer.Write(Some.Beat, 1, new byte[1025]));
        Assert.Equal(SenderChain.Empty, writer.Chain);
    }

    [Fact]
    public async Task Many_threads_make_one_chain()
    {
        var clock = Some.Clock();
        var writer = Some.Writer(_ada, clock);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 50).Select(_ => writer.Write(Some.Beat, 1, [])).ToList())));
        var gate = Some.Gate(clock);

        var links = made.SelectMany(one => one).OrderBy(bytes => Header.Parser.ParseFrom(SignedEnvelope.Parser.ParseFrom(bytes).Header).Seq).Select(bytes => gate.Takes(bytes).Link).ToList();

        Assert.Equal(200, links.Count);
        Assert.All(links.Skip(1), link => Assert.Equal(ChainLink.Next, link));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Garden")]
    [InlineData("gar den")]
    [InlineData("a-name-of-more-than-32-letters-in-all")]
    public void A_network_has_a_plain_name(string name)
    {
        Assert.False(NetworkId.IsName(name));
        Assert.Throws<ArgumentException>(() => new NetworkId(name));
    }
}
