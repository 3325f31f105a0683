using BlockAssist.Net.Blobs;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Tests.Rounds;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>What one round leaves to the next.</summary>
public sealed class SuccessionTests : IDisposable
{
    private readonly PlayedSwarm _swarm = new(trust: new TrustPolicy { Probation = 2, TrustedAfter = 3 });

    public void Dispose() => _swarm.Dispose();

    [Fact]
    public async Task The_next_round_opens_when_somebody_asks_for_work_and_begins_with_what_was_promoted()
    {
        var ada = _swarm.Join(1)[0];
        var record = await _swarm.PlayAsync(finds: null, ada);
        await _swarm.WaitAsync(1000);
        Assert.Equal(1UL, await _swarm.Log.LastRoundAsync(CancellationToken.None));

        await _swarm.LeaseAsync(ada);

        var opening = _swarm.OpeningOf(2);
        Assert.Equal((2UL, record.Model, record.Terms.Recipe), (opening.Terms.Number, opening.Terms.Base, opening.Terms.Recipe));
        Assert.Equal([PlayedSwarm.Genesis.Base, record.Model], opening.Lineage);
        Assert.NotEqual(_swarm.OpeningOf(1).Terms.Secret, opening.Terms.Secret);
    }

    [Fact]
    public async Task Where_nothing_was_promoted_the_next_round_begins_with_the_same()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.TrainAsync(ada);
        await _swarm.WorkAsync();
        await _swarm.VerifyAsync();
        await _swarm.WorkAsync();
        await _swarm.WorkAsync(isBetter: false);
        await _swarm.LeaseAsync(ada);

        Assert.Equal(PlayedSwarm.Genesis.Base, _swarm.OpeningOf(2).Terms.Base);
        Assert.Equal([PlayedSwarm.Genesis.Base], _swarm.OpeningOf(2).Lineage);
    }

    [Fact]
    public async Task Verified_rounds_are_counted_who_lied_is_banned_and_who_is_no_longer_new_verifies()
    {
        var (ada, bob, liar) = (_swarm.Join(1)[0], _swarm.Join(2)[0], _swarm.Join(3)[0]);
        await _swarm.PlayAsync((_, trainer) => trainer == liar ? ReplayOutcome.Different : ReplayOutcome.Same, ada, liar);
        await _swarm.PlayAsync(finds: null, ada, bob);
        Assert.Equal([liar], _swarm.OpeningOf(2).Roster.Banned);
        Assert.Equal([_swarm.Hub], _swarm.OpeningOf(2).Roster.Verifiers);
        await _swarm.LeaseAsync(bob);

        var roster = _swarm.OpeningOf(3).Roster;
        Assert.Equal([(ada, 2), (bob, 1)], roster.VerifiedRounds.Select(one => (one.Key, one.Value)).OrderByDescending(one => one.Value));
        Assert.Equal([liar], roster.Banned);
        Assert.Equal([ada, _swarm.Hub], roster.Verifiers);
        Assert.Equal(_swarm.Hub, roster.Coordinator);
        Assert.Equal("Banned", await _swarm.TellAsync(liar, PeerMessages.AskLease(1)));
    }

    [Fact]
    public async Task Who_shows_no_evidence_keeps_its_name_and_is_trusted_no_more()
    {
        using var swarm = new PlayedSwarm(trust: new TrustPolicy
        {
            Probation = 2,
            TrustedAfter = 3,
            UsualShare = 1,
            TrustedShare = 1,
        });
        var ada = swarm.Join(1)[0];
        for (var round = 0; round < 3; round++)
        {
            await swarm.PlayAsync(finds: null, ada);
        }

        await swarm.TrainAsync(ada);
        await swarm.WorkAsync();
        await swarm.WaitAsync(4);
        Assert.Equal(CreditReason.NoEvidence, Assert.Single(swarm.Coordinator.LastRecord!.Credits).Reason);
        await swarm.LeaseAsync(ada);

        Assert.Equal(2, swarm.OpeningOf(5).Roster.VerifiedRounds[ada]);
    }

    [Fact]
    public async Task How_closely_peers_are_watched_is_in_the_log_and_holds_for_the_whole_round()
    {
        using var swarm = new PlayedSwarm(trust: new TrustPolicy { Probation = 0, UsualShare = 0, TrustedShare = 0 });
        var record = await swarm.PlayAsync(finds: null, swarm.Join(1));

        Assert.Equal(swarm.Options.Trust, swarm.OpeningOf(1).Trust);
        Assert.Equal(CreditReason.Trusted, Assert.Single(record.Credits).Reason);
    }

    [Fact]
    public async Task What_this_round_and_the_one_before_name_is_kept_and_what_does_not_count_is_not()
    {
        var (ada, bob) = (_swarm.Join(1)[0], _swarm.Join(2)[0]);
        Assert.Equal([PlayedSwarm.Genesis.Base, new BlobId(PlayedSwarm.Genesis.Recipe)], KeptNow());

        await _swarm.LeaseAsync(ada);
        await _swarm.TellAsync(bob, PeerMessages.Commit(PlayedRound.CommitmentOf(new Lease(bob, 1, 3, 6, 0))));
        Assert.DoesNotContain(UpdateOf(bob), KeptNow());

        var first = await _swarm.PlayAsync(finds: null, ada);
        Assert.Superset(new HashSet<BlobId> { PlayedSwarm.Genesis.Base, UpdateOf(ada), first.Model }, KeptNow());
        Assert.Contains(KeptNow(), blob => Enumerable.Range(0, 64).Any(segment => blob == PlayedSwarm.EvidenceOf(ada, segment)));

        await _swarm.PlayAsync(finds: null, bob);
        Assert.Contains(UpdateOf(ada), KeptNow());
        await _swarm.PlayAsync(finds: null, bob);
        Assert.DoesNotContain(UpdateOf(ada), KeptNow());
        Assert.Superset(new HashSet<BlobId> { UpdateOf(bob), _swarm.OpeningOf(3).Terms.Base, _swarm.Coordinator.LastRecord!.Model }, KeptNow());
    }

    [Fact]
    public async Task Every_so_many_rounds_all_learn_from_their_own_play_and_both_recipes_are_kept()
    {
        var (imitation, selfPlay) = (PlayedSwarm.Genesis.Recipe, BlobId.Of("self-play"u8));
        using var swarm = new PlayedSwarm(selfPlay: new SelfPlayRounds(selfPlay.Digest, 2));
        var ada = swarm.Join(1)[0];
        for (var round = 0; round < 4; round++)
        {
            await swarm.PlayAsync(finds: null, ada);
            Assert.Superset(new HashSet<BlobId> { new(imitation), selfPlay }, Kept.Read(swarm.Coordinator.Kept())!.Blobs.ToHashSet());
        }

        Assert.Equal([imitation, selfPlay.Digest, imitation, selfPlay.Digest], new ulong[] { 1, 2, 3, 4 }.Select(round => swarm.OpeningOf(round).Terms.Recipe));
        Assert.Equal(imitation, Welcome.Read(swarm.Coordinator.Welcome())!.Recipe);
        await swarm.RestartAsync();
        Assert.Equal(imitation, Welcome.Read(swarm.Coordinator.Welcome())!.Recipe);
    }

    [Fact]
    public async Task Of_older_models_those_are_kept_that_a_new_one_is_compared_with()
    {
        var ada = _swarm.Join(1)[0];
        for (var round = 0; round < 12; round++)
        {
            await _swarm.PlayAsync(finds: null, ada);
        }

        var line = _swarm.OpeningOf(12).Lineage;
        Assert.Equal(12, line.Count);
        Assert.Superset(new HashSet<BlobId> { line[^4], line[^11], PlayedSwarm.MomentumOf(8), PlayedSwarm.MomentumOf(1) }, KeptNow());
        Assert.DoesNotContain(line[^6], KeptNow());
    }

    private HashSet<BlobId> KeptNow() => [.. Kept.Read(_swarm.Coordinator.Kept())!.Blobs];

    private static BlobId UpdateOf(PeerId peer) => PlayedRound.CommitmentOf(new Lease(peer, 1, 1, 6, 0)).Update;
}
