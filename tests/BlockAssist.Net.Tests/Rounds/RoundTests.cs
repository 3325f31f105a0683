using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Rounds;

public sealed class RoundTests
{
    private static readonly PeerId Ann = PlayedRound.Peer(1);
    private static readonly PeerId Bob = PlayedRound.Peer(2);
    private static readonly PeerId Cid = PlayedRound.Peer(3);

    private readonly PlayedRound _round = new();

    [Fact]
    public void Honest_peers_are_verified_merged_and_credited_and_the_better_model_plays()
    {
        _round.Train(Ann, Bob, Cid);
        _round.Verify(_round.Screen(gains: new Dictionary<PeerId, double> { [Ann] = 0.1, [Bob] = 0.1, [Cid] = 0.2 }));
        _round.MergeAndPlay();

        var record = _round.Record;
        Assert.True(record.IsPromoted);
        Assert.Equal(BlobId.Of("merged"u8), record.Model);
        Assert.All(record.Credits, line => Assert.Equal((CreditReason.Verified, 10, 1000L), (line.Reason, line.Segments, line.Examples)));
        Assert.Equal([1 / 3.0, 1 / 3.0, 1 / 3.0], record.Credits.Select(line => line.Weight));
        Assert.Equal(record.Credits.Single(line => line.Peer == Ann).Amount + (1000 * 0.2 / 4), record.Credits.Single(line => line.Peer == Cid).Amount, 1e-9);
        Assert.Equal(900, record.Credits.Sum(line => line.Amount) + record.Verifications.Values.Sum(), 1e-9);
        Assert.Empty(record.Refuted);
    }

    [Fact]
    public void What_is_merged_is_what_was_committed_to_in_that_order()
    {
        var merge = Assert.Single(VerifiedBy((_, _) => ReplayOutcome.Same).OfType<Merge>());

        Assert.Equal([Ann, Bob], merge.Updates.Select(update => update.Peer));
        Assert.Equal(BlobId.Of(System.Text.Encoding.ASCII.GetBytes(Ann.ToString())), merge.Updates[0].Update);
    }

    [Fact]
    public void A_model_that_is_no_better_does_not_play_and_verified_work_is_credited_all_the_same()
    {
        VerifiedBy((_, _) => ReplayOutcome.Same);
        _round.MergeAndPlay(isBetter: false);

        Assert.Equal((false, _round.FirstTerms.Base), (_round.Record.IsPromoted, _round.Record.Model));
        Assert.All(_round.Record.Credits, line => Assert.True(line.Amount > 0));
    }

    [Fact]
    public void Who_is_refuted_is_neither_merged_nor_credited_and_is_named()
    {
        VerifiedBy((_, peer) => peer == Bob ? ReplayOutcome.Different : ReplayOutcome.Same);
        _round.MergeAndPlay();

        Assert.Equal((CreditReason.Verified, CreditReason.Refuted), (_round.ReasonOf(Ann), _round.ReasonOf(Bob)));
        Assert.Equal([Bob], _round.Record.Refuted);
        Assert.Equal(0, _round.Record.Credits.Single(line => line.Peer == Bob).Amount);
        Assert.Equal([Ann], Assert.Single(_round.Commands.OfType<Merge>()).Updates.Select(update => update.Peer));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public void A_verifier_who_slanders_loses_the_dispute_and_is_named_and_not_credited(byte liar)
    {
        var asked = _round.TrainAndScreen(Ann, Bob);
        _round.Verify(asked, (verifier, _) => verifier == PlayedRound.Peer(liar) ? ReplayOutcome.Different : ReplayOutcome.Same);
        _round.MergeAndPlay();

        Assert.All(_round.Record.Credits, line => Assert.Equal(CreditReason.Verified, line.Reason));
        Assert.DoesNotContain(PlayedRound.Peer(liar), _round.Record.Verifications.Keys);
        Assert.Equal(_round.Commands.OfType<AskToReplay>().Where(ask => ask.Verifier == PlayedRound.Peer(liar)).Select(ask => ask.Verifier).Distinct(), _round.Record.Slanderers);
        Assert.Empty(_round.Record.Refuted);
    }

    [Fact]
    public void A_verifier_who_does_not_answer_is_replaced()
    {
        var silent = PlayedRound.Peer(200);
        _round.Verify(_round.TrainAndScreen(Ann, Bob), (verifier, _) => verifier == silent ? null : ReplayOutcome.Same);
        _round.Verify(_round.Wait(4), (verifier, _) => verifier == silent ? null : ReplayOutcome.Same);
        _round.Verify(_round.Wait(4), (verifier, _) => verifier == silent ? null : ReplayOutcome.Same);

        Assert.Equal(RoundStage.Merging, _round.Stage);
    }

    [Fact]
    public void Where_verifiers_cannot_tell_nobody_is_blamed_and_nothing_is_merged()
    {
        VerifiedBy((_, _) => ReplayOutcome.Undecided);

        Assert.Equal((RoundStage.Closed, CreditReason.NotVerified, false), (_round.Stage, _round.ReasonOf(Ann), _round.Record.IsPromoted));
    }

    [Fact]
    public void Without_any_verifier_nothing_new_is_merged()
    {
        var round = new PlayedRound(new Roster());
        round.Train(Ann);
        round.Verify(round.Screen());

        Assert.Equal(CreditReason.NotVerified, round.ReasonOf(Ann));
    }

    [Fact]
    public void Nobody_verifies_itself_but_a_node_alone()
    {
        var (others, alone) = (new PlayedRound(new Roster { Verifiers = [Ann, Bob] }), new PlayedRound(new Roster { Coordinator = Ann }));
        others.Train(Ann, Bob);
        alone.Train(Ann);

        others.Verify(others.Screen());
        alone.Verify(alone.Screen());
        alone.MergeAndPlay();

        Assert.All(others.Commands.OfType<AskToReplay>(), ask => Assert.NotEqual(ask.Lease.Peer, ask.Verifier));
        Assert.Equal((CreditReason.Verified, true), (alone.ReasonOf(Ann), alone.Record.IsPromoted));
    }

    [Fact]
    public void Who_sends_no_evidence_in_time_is_out()
    {
        var asked = _round.TrainAndScreen(Ann, Bob);
        _round.Verify([.. asked.OfType<AskForEvidence>().Where(ask => ask.Peer == Ann)]);
        _round.Wait(3.1);
        _round.MergeAndPlay();

        Assert.Equal((CreditReason.Verified, CreditReason.NoEvidence), (_round.ReasonOf(Ann), _round.ReasonOf(Bob)));
        Assert.Empty(_round.Record.Refuted);
    }

    [Fact]
    public void The_screen_tells_copies_nonsense_and_harm_apart()
    {
        var dan = PlayedRound.Peer(4);
        _round.Train(Ann, Bob, Cid, dan);
        _round.Verify(_round.Screen(
            new Dictionary<PeerId, ScreenFault> { [Bob] = ScreenFault.Copy, [Cid] = ScreenFault.TooLong },
            new Dictionary<PeerId, double> { [Ann] = 1, [dan] = -1 }));
        _round.MergeAndPlay();

        Assert.Equal(
            [CreditReason.Verified, CreditReason.Copied, CreditReason.Implausible, CreditReason.Unhelpful],
            new[] { Ann, Bob, Cid, dan }.Select(_round.ReasonOf));
        Assert.NotEmpty(_round.Record.Verifications);
        Assert.Equal([Ann, dan], _round.Commands.OfType<AskForEvidence>().Select(asked => asked.Peer));
        Assert.Equal([Ann], Assert.Single(_round.Commands.OfType<Merge>()).Updates.Select(update => update.Peer));
    }

    [Fact]
    public void Who_makes_the_model_worse_is_verified_all_the_same_and_is_refuted_if_it_lied()
    {
        Harm(finds: peer => peer == Bob ? ReplayOutcome.Different : ReplayOutcome.Same);

        Assert.Equal((CreditReason.Unhelpful, CreditReason.Refuted), (_round.ReasonOf(Ann), _round.ReasonOf(Bob)));
        Assert.Equal([Bob], _round.Record.Refuted);
        Assert.Equal(RoundStage.Closed, _round.Stage);
        Assert.Empty(_round.Commands.OfType<Merge>());
        Assert.Equal(0, _round.Record.Credits.Sum(line => line.Amount));
        Assert.NotEmpty(_round.Record.Verifications);
    }

    [Fact]
    public void Who_makes_the_model_worse_and_shows_no_evidence_is_told_so()
    {
        _round.Train(Ann, Bob);
        var asked = _round.Screen(gains: new Dictionary<PeerId, double> { [Ann] = 1, [Bob] = -1 });
        _round.Verify([.. asked.OfType<AskForEvidence>().Where(ask => ask.Peer == Ann)]);
        _round.Wait(3.1);
        _round.MergeAndPlay();

        Assert.Equal((CreditReason.Verified, CreditReason.NoEvidence), (_round.ReasonOf(Ann), _round.ReasonOf(Bob)));
    }

    [Fact]
    public void Who_makes_the_model_worse_is_unhelpful_also_where_verifiers_cannot_tell()
    {
        Harm(finds: _ => ReplayOutcome.Undecided);

        Assert.All(_round.Record.Credits, line => Assert.Equal(CreditReason.Unhelpful, line.Reason));
    }

    [Fact]
    public void Who_shows_something_else_than_what_was_committed_to_is_out()
    {
        var (ann, bob) = (_round.Lease(Ann), _round.Lease(Bob));
        _round.Commit(ann);
        _round.Commit(bob);
        _round.Wait(20);
        _round.Reveal(ann);

        var marks = PlayedRound.Marks(Bob, 10).ToArray();
        marks[3] = marks[3] with { Loss = 9 };
        var answer = _round.Do(new Revealed(_round.Now, Bob, new Revelation(marks)));
        _round.Verify(_round.Screen());
        _round.MergeAndPlay();

        Assert.Contains(new Refuse(Bob, RoundRefusal.Mismatch), answer);
        Assert.Equal(CreditReason.Mismatch, _round.ReasonOf(Bob));
    }

    [Fact]
    public void Who_comes_too_late_hears_so_and_why_there_is_no_credit()
    {
        var dan = PlayedRound.Peer(4);
        var leases = new[] { Ann, Bob, Cid }.Select(_round.Lease).ToList();
        _round.Commit(leases[0]);
        _round.Commit(leases[1]);
        _round.Wait(20);

        Assert.Contains(new Refuse(dan, RoundRefusal.WrongTime), _round.Do(new LeaseAsked(_round.Now, dan, 1)));
        Assert.Contains(new Refuse(Cid, RoundRefusal.WrongTime), _round.Do(new Committed(_round.Now, Cid, PlayedRound.CommitmentOf(leases[2]))));
        _round.Reveal(leases[0]);
        _round.Wait(5);
        Assert.Contains(new Refuse(Bob, RoundRefusal.WrongTime), _round.Reveal(leases[1]));
        _round.Verify(_round.Screen());
        _round.MergeAndPlay();

        Assert.Equal([CreditReason.Verified, CreditReason.NotRevealed, CreditReason.NotCommitted], new[] { Ann, Bob, Cid }.Select(_round.ReasonOf));
    }

    [Fact]
    public void Who_crashes_and_comes_back_has_the_same_lease_and_may_say_the_same_again_but_nothing_else()
    {
        var lease = _round.Lease(Ann);
        _round.Now = _round.Now.AddMinutes(10);

        Assert.Equal(lease, Assert.Single(_round.Do(new LeaseAsked(_round.Now, Ann, 0.0001)).OfType<GrantLease>()).Lease);
        _round.Commit(lease);
        _round.Commit(lease);
        var other = PlayedRound.CommitmentOf(lease) with { Examples = 5 };
        Assert.Contains(new Refuse(Ann, RoundRefusal.Contradiction), _round.Do(new Committed(_round.Now, Ann, other)));
    }

    [Fact]
    public void Leases_are_for_those_who_can_do_them_and_as_many_as_there_are()
    {
        var round = new PlayedRound(new Roster { Banned = new HashSet<PeerId> { Bob } }, PlayedRound.Terms() with { MostLeases = 1 });

        Assert.Contains(new Refuse(Ann, RoundRefusal.TooSlow), round.Do(new LeaseAsked(round.Now, Ann, 0.001)));
        Assert.Contains(new Refuse(Ann, RoundRefusal.TooSlow), round.Do(new LeaseAsked(round.Now, Ann, double.NaN)));
        Assert.Contains(new Refuse(Bob, RoundRefusal.Banned), round.Do(new LeaseAsked(round.Now, Bob, 1)));
        Assert.Equal(64, Assert.Single(round.Do(new LeaseAsked(round.Now, Ann, double.MaxValue)).OfType<GrantLease>()).Lease.Segments);
        Assert.Contains(new Refuse(Cid, RoundRefusal.Full), round.Do(new LeaseAsked(round.Now, Cid, 1)));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(11, 100)]
    [InlineData(10, 0)]
    public void Nobody_commits_to_more_than_the_lease_or_to_nothing(int segments, long examples)
    {
        var lease = _round.Lease(Ann);
        var commitment = PlayedRound.CommitmentOf(lease) with { Segments = segments, Examples = examples };

        Assert.Contains(new Refuse(Ann, RoundRefusal.NotAsLeased), _round.Do(new Committed(_round.Now, Ann, commitment)));
        Assert.Contains(new Refuse(Bob, RoundRefusal.NoLease), _round.Do(new Committed(_round.Now, Bob, commitment)));
    }

    [Fact]
    public void A_round_to_which_nobody_commits_is_extended_once_and_then_closed_as_it_was()
    {
        _round.Lease(Ann);

        var extended = Assert.Single(_round.Wait(20).OfType<Extend>()).Terms;
        Assert.Equal(_round.FirstTerms.CommitBy.AddMinutes(20), extended.CommitBy);
        _round.Wait(20);

        Assert.Equal((RoundStage.Closed, _round.FirstTerms.Base, CreditReason.NotCommitted), (_round.Stage, _round.Record.Model, _round.ReasonOf(Ann)));
    }

    [Fact]
    public void A_new_peer_is_verified_every_time_and_counts_nothing_beside_those_with_a_name()
    {
        var round = new PlayedRound(new Roster { Verifiers = [PlayedRound.Peer(200), PlayedRound.Peer(201)], VerifiedRounds = new Dictionary<PeerId, int> { [Ann] = 60, [Bob] = 30, [Cid] = 19 } });
        round.Train(Ann, Bob, Cid);
        round.Verify(round.Screen());
        round.MergeAndPlay();

        Assert.Contains(round.Commands.OfType<AskForEvidence>(), ask => ask.Peer == Cid);
        Assert.Equal([0.5, 0.5, 0], new[] { Ann, Bob, Cid }.Select(peer => round.Record.Credits.Single(line => line.Peer == peer).Weight));
        Assert.True(round.Record.Credits.Single(line => line.Peer == Cid).Amount > 0);
    }

    [Fact]
    public void Whoever_goes_through_the_same_events_comes_to_the_same_record_and_commands()
    {
        VerifiedBy((_, peer) => peer == Bob ? ReplayOutcome.Different : ReplayOutcome.Same);
        _round.MergeAndPlay();

        var again = new PlayedRound(_round.Roster, _round.FirstTerms);
        foreach (var happened in _round.Events)
        {
            again.Do(happened);
        }

        Assert.Equal(_round.Record.Credits, again.Record.Credits);
        Assert.Equal(_round.Commands.Select(command => command.ToString()), again.Commands.Select(command => command.ToString()));
    }

    [Fact]
    public void The_coordinator_cannot_show_another_secret_than_the_one_it_named()
    {
        _round.Train(Ann);

        Assert.Throws<ArgumentException>(() => _round.Do(new Screened(_round.Now, new Dictionary<PeerId, ScreenFault>(), new Dictionary<PeerId, double>(), new byte[32])));
    }

    private void Harm(Func<PeerId, ReplayOutcome> finds)
    {
        _round.Train(Ann, Bob);
        _round.Verify(_round.Screen(gains: new Dictionary<PeerId, double> { [Ann] = -1, [Bob] = -1 }), (_, peer) => finds(peer));
    }

    private IReadOnlyList<RoundCommand> VerifiedBy(Func<PeerId, PeerId, ReplayOutcome?> finds) => _round.Verify(_round.TrainAndScreen(Ann, Bob), finds);
}
