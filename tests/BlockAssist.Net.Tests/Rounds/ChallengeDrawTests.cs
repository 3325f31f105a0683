using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Rounds;

public sealed class ChallengeDrawTests
{
    private const int Rounds = 2000;

    private static readonly PeerId[] Verifiers = [.. Enumerable.Range(10, 5).Select(number => PlayedRound.Peer((byte)number))];

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.03)]
    public void Chance_draws_the_share_that_is_asked_for_of_every_place(double share)
    {
        var drawn = new int[10];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var segment in DrawOf(round).SegmentsOf(PlayedRound.Peer(1), 10, share, mustBeSeen: false))
            {
                drawn[segment]++;
            }
        }

        // Four standard deviations.
        var allowed = 4 * Math.Sqrt(share * (1 - share) / Rounds);
        Assert.All(drawn, count => Assert.InRange((double)count / Rounds, share - allowed, share + allowed));
    }

    [Fact]
    public void Who_must_be_seen_is_seen_every_time_at_any_place()
    {
        var drawn = Enumerable.Range(0, 200).Select(round => DrawOf(round).SegmentsOf(PlayedRound.Peer(1), 10, 0.01, mustBeSeen: true)).ToList();

        Assert.All(drawn, segments => Assert.NotEmpty(segments));
        Assert.Equal(Enumerable.Range(0, 10), drawn.SelectMany(segments => segments).Distinct().Order());
        Assert.Empty(DrawOf(0).SegmentsOf(PlayedRound.Peer(1), 0, 1, mustBeSeen: true));
    }

    [Fact]
    public void Every_other_peer_comes_first_as_verifier_now_and_then_whatever_the_order_they_are_named_in()
    {
        var first = new Dictionary<PeerId, int>();
        for (var round = 0; round < Rounds; round++)
        {
            var order = DrawOf(round).VerifiersOf(Verifiers[0], Verifiers);
            Assert.Equal(order, DrawOf(round).VerifiersOf(Verifiers[0], Verifiers.Reverse()));
            Assert.DoesNotContain(Verifiers[0], order);
            first[order[0]] = first.GetValueOrDefault(order[0]) + 1;
        }

        Assert.Equal(Verifiers[1..].Length, first.Count);
        Assert.All(first.Values, count => Assert.InRange(count, 400, 600));
    }

    [Fact]
    public void The_beacon_hangs_on_the_secret_and_on_every_chain_but_on_no_order()
    {
        var chains = Verifiers.ToDictionary(peer => peer, peer => Digest.Of("test/chain/", System.Text.Encoding.ASCII.GetBytes(peer.ToString())));
        var other = new Dictionary<PeerId, Digest>(chains) { [Verifiers[2]] = default };
        byte[] secret = [.. PlayedRound.Secret], another = [.. PlayedRound.Secret];
        another[31] ^= 1;

        Assert.Equal(Beacon.Of(secret, chains), Beacon.Of(secret, chains.Reverse()));
        Assert.NotEqual(Beacon.Of(secret, chains), Beacon.Of(another, chains));
        Assert.NotEqual(Beacon.Of(secret, chains), Beacon.Of(secret, other));
    }

    private static ChallengeDraw DrawOf(int round) => new(Digest.Of("test/beacon/", BitConverter.GetBytes(round)));
}
