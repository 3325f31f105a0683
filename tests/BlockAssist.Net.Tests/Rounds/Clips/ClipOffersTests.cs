using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;

namespace BlockAssist.Net.Tests.Rounds.Clips;

/// <summary>Peers offer clips, the hub says what they are worth, and the record names the best.</summary>
public sealed class ClipOffersTests
{
    private static readonly PeerId Ada = PlayedRound.Peer(1);
    private static readonly PeerId Bob = PlayedRound.Peer(2);

    [Fact]
    public void The_best_are_named_first_and_four_of_a_peer_at_most()
    {
        var round = new PlayedRound();
        Offer(round, Ada, [1, 2, 3, 4, 5]);
        Offer(round, Bob, [11, 12]);
        Value(round, Ada, [.. Enumerable.Range(1, 5).Select(number => SomeClip.Of(Ada, number, built: 10 * number))]);
        Value(round, Bob, [SomeClip.Of(Bob, 11, built: 35), SomeClip.Of(Bob, 12, built: 8)]);

        Assert.Equal(
            [(Ada, 50), (Ada, 40), (Bob, 35), (Ada, 30), (Ada, 20), (Bob, 8)],
            Close(round).Clips.Select(clip => (clip.Peer, clip.Built)));
    }

    [Fact]
    public void Clips_as_good_as_each_other_are_in_the_order_of_their_hashes()
    {
        var round = new PlayedRound();
        Offer(round, Ada, [1, 2]);
        Offer(round, Bob, [11, 12]);
        Value(round, Bob, [SomeClip.Of(Bob, 11), SomeClip.Of(Bob, 12)]);
        Value(round, Ada, [SomeClip.Of(Ada, 1), SomeClip.Of(Ada, 2)]);

        var files = Close(round).Clips.Select(clip => clip.File.ToString()).ToList();

        Assert.Equal(4, files.Count);
        Assert.Equal(files.Order(StringComparer.Ordinal), files);
    }

    [Fact]
    public void What_two_peers_offer_is_the_first_ones()
    {
        var round = new PlayedRound();
        Offer(round, Ada, [1, 2]);
        Offer(round, Bob, [1, 12]);

        // In another order, the same clip, and another one of the same scene.
        Value(round, Bob, [SomeClip.Of(Bob, 1), SomeClip.Of(Bob, 12, built: 90) with { Scene = SomeClip.Of(Ada, 2).Scene }]);
        Value(round, Ada, [SomeClip.Of(Ada, 1), SomeClip.Of(Ada, 2)]);

        Assert.Equal([Ada, Ada], Close(round).Clips.Select(clip => clip.Peer));
    }

    [Fact]
    public void Who_was_first_with_a_clip_that_is_not_sound_takes_nothing_from_the_second()
    {
        var round = new PlayedRound();
        Offer(round, Ada, [1]);
        Offer(round, Bob, [1]);
        Value(round, Ada, []);
        Value(round, Bob, [SomeClip.Of(Bob, 1)]);

        Assert.Equal([Bob], Close(round).Clips.Select(clip => clip.Peer));
    }

    [Fact]
    public void What_was_shared_in_an_earlier_round_is_not_named_again()
    {
        var round = new PlayedRound(earlier: new EarlierPlay([], [SomeClip.Of(Ada, 1), SomeClip.Of(Ada, 2)]));
        Offer(round, Bob, [1, 12, 13]);
        Value(round, Bob, [SomeClip.Of(Bob, 1), SomeClip.Of(Bob, 12) with { Scene = SomeClip.Of(Ada, 2).Scene }, SomeClip.Of(Bob, 13)]);

        Assert.Equal([SomeClip.File(13)], Close(round).Clips.Select(clip => clip.File));
    }

    [Fact]
    public void Only_what_was_offered_is_worth_something_and_only_if_it_brings_enough()
    {
        var round = new PlayedRound();
        Offer(round, Ada, [1, 2]);
        Value(round, Bob, [SomeClip.Of(Bob, 1)]);
        Value(round, Ada, [SomeClip.Of(Ada, 1, built: 7), SomeClip.Of(Ada, 3), SomeClip.Of(Bob, 2)]);

        Assert.Empty(Close(round).Clips);
    }

    [Fact]
    public void An_offer_is_made_once_a_round_in_time_and_not_by_who_is_banned()
    {
        var round = new PlayedRound(new Roster { Verifiers = [PlayedRound.Peer(200)], Banned = new HashSet<PeerId> { Bob } });

        Assert.Null(Offer(round, Ada, [1]));
        Assert.Null(Offer(round, Ada, [1]));
        Assert.Equal(RoundRefusal.Contradiction, Offer(round, Ada, [2]));
        Assert.Equal(RoundRefusal.Banned, Offer(round, Bob, [2]));
        round.Train(Ada);
        Assert.Equal(RoundRefusal.WrongTime, Offer(round, PlayedRound.Peer(3), [3]));
    }

    [Fact]
    public void So_many_peers_may_offer_clips_and_no_more()
    {
        var (offers, last) = (new ClipOffers([]), default(RoundRefusal?));
        for (var number = 0; number <= ClipLimits.MostPeers; number++)
        {
            Assert.Null(last);
            last = offers.Take(new ClipsOffered(default, new PeerId([.. BitConverter.GetBytes(number), .. new byte[28]]), [SomeClip.File(number)]));
        }

        Assert.Equal(RoundRefusal.Full, last);
        Assert.Equal(ClipLimits.MostPeers, offers.Open.Count());
    }

    [Fact]
    public void A_round_with_too_few_updates_names_its_clips_all_the_same()
    {
        var round = new PlayedRound();
        Offer(round, Ada, [1]);
        Value(round, Ada, [SomeClip.Of(Ada, 1)]);

        round.Wait(20);
        round.Wait(20);

        Assert.Equal([SomeClip.File(1)], round.Record.Clips.Select(clip => clip.File));
    }

    private static RoundRefusal? Offer(PlayedRound round, PeerId peer, int[] numbers) =>
        round.Do(new ClipsOffered(round.Now, peer, [.. numbers.Select(SomeClip.File)])).OfType<Refuse>().SingleOrDefault()?.Reason;

    private static void Value(PlayedRound round, PeerId peer, SharedClip[] clips) => Assert.Empty(round.Do(new ClipsValued(round.Now, peer, clips)));

    private static RoundRecord Close(PlayedRound round)
    {
        round.Verify(round.TrainAndScreen(Ada, Bob));
        round.MergeAndPlay();
        return round.Record;
    }
}
