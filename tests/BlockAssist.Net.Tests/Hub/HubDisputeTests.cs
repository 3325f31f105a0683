using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Tests.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>A dispute as a hub drives it: states that come as blobs, rulings that are leased, and what the next round knows.</summary>
public sealed class HubDisputeTests : IDisposable
{
    private readonly PlayedSwarm _swarm = new(trust: new TrustPolicy { Probation = 1, UsualShare = 1 });

    public void Dispose() => _swarm.Dispose();

    [Fact]
    public async Task A_state_counts_when_it_is_there_and_is_kept_from_then_on()
    {
        var ada = _swarm.Join(1)[0];
        var ask = await ChallengeAsync(ada);
        var state = DisputeMoves.State("right");
        _swarm.Missing.Add(state);
        var entries = _swarm.Log.Entries;
        var show = PeerMessages.ShowState(ada, ask.Segment, ask.Step, state);
        Assert.Equal("BlobMissing", await _swarm.TellAsync(ada, show));
        Assert.Equal(entries, _swarm.Log.Entries);
        Assert.DoesNotContain(state, Kept.Read(_swarm.Coordinator.Kept())!.Blobs);

        _swarm.Missing.Clear();
        Assert.Equal("Taken", await _swarm.TellAsync(ada, show));
        Assert.Contains(state, Kept.Read(_swarm.Coordinator.Kept())!.Blobs);
        Assert.Equal("NotAsked", await _swarm.TellAsync(ada, PeerMessages.ShowState(ada, ask.Segment, ask.Step, DisputeMoves.State("other"))));
        Assert.DoesNotContain(DisputeMoves.State("other"), Kept.Read(_swarm.Coordinator.Kept())!.Blobs);
        Assert.Null(_swarm.Coordinator.LeaseWork());
    }

    [Fact]
    public async Task What_is_disputed_is_leased_with_all_that_a_referee_needs_and_once()
    {
        var ada = _swarm.Join(1)[0];
        var ask = await ChallengeAsync(ada);
        await _swarm.TellAsync(ada, PeerMessages.ShowState(ada, ask.Segment, ask.Step, DisputeMoves.State("right")));
        await _swarm.TellAsync(_swarm.Hub, PeerMessages.ShowState(ada, ask.Segment, ask.Step, DisputeMoves.State("wrong")));

        var order = _swarm.Take();
        Assert.Null(_swarm.Coordinator.LeaseWork());
        Assert.Equal((MessageKinds.Ruling, PlayedSwarm.Genesis.Base, PlayedSwarm.Genesis.Recipe), (order.Kind, order.Base, order.Recipe.Digest));
        Assert.Equal(new CompareStates(ask.Step, DisputeMoves.State("right"), DisputeMoves.State("wrong")), order.Case!.Task);
        Assert.Equal((PlayedSwarm.EvidenceOf(ada, ask.Segment), _swarm.Hub), (order.Case.Segment.Evidence, order.Case.Segment.Verifier));

        _swarm.Clock.Advance(_swarm.Options.WorkPatience);
        var again = _swarm.Take();
        var answer = HubNotes.Of(new Ruled(default, ada, ask.Segment, Ruling.ForChallenger))!;
        Assert.False(await _swarm.Coordinator.FinishWorkAsync(order.Token, answer.Kind.Number, answer.Body, CancellationToken.None));
        Assert.True(await _swarm.Coordinator.FinishWorkAsync(again.Token, answer.Kind.Number, answer.Body, CancellationToken.None));
        Assert.Equal([ada], _swarm.Coordinator.LastRecord!.Refuted);
    }

    [Fact]
    public async Task Who_slanders_is_banned_and_loses_its_name()
    {
        var peers = _swarm.Join(1, 2, 3);
        await _swarm.PlayAsync(finds: null, peers);
        var record = await _swarm.PlayAsync((verifier, _) => verifier == peers[0] ? ReplayOutcome.Different : ReplayOutcome.Same, peers);
        await _swarm.LeaseAsync(peers[1]);

        Assert.Equal([peers[0]], record.Slanderers);
        Assert.Empty(record.Refuted);
        var roster = _swarm.OpeningOf(3).Roster;
        Assert.Equal([peers[0]], roster.Banned);
        Assert.DoesNotContain(peers[0], roster.Verifiers);
        Assert.DoesNotContain(peers[0], roster.VerifiedRounds.Keys);
        Assert.Equal("Banned", await _swarm.TellAsync(peers[0], PeerMessages.AskLease(1)));
    }

    [Fact]
    public async Task A_hub_that_loses_a_dispute_is_named_but_does_not_ban_itself()
    {
        var ada = _swarm.Join(1)[0];
        await ChallengeAsync(ada);
        await _swarm.VerifyAsync();
        Assert.Equal([_swarm.Hub], _swarm.Coordinator.LastRecord!.Slanderers);

        await _swarm.LeaseAsync(ada);

        Assert.Empty(_swarm.OpeningOf(2).Roster.Banned);
        Assert.Contains(_swarm.Hub, _swarm.OpeningOf(2).Roster.Verifiers);
    }

    [Fact]
    public async Task States_that_nobody_asked_for_are_words_of_which_there_are_only_so_many()
    {
        var (ada, bob) = (_swarm.Join(1)[0], _swarm.Join(2)[0]);
        var ask = await ChallengeAsync(ada);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal("NotAsked", await _swarm.TellAsync(bob, PeerMessages.ShowState(ada, ask.Segment, ask.Step, DisputeMoves.State("mine"))));
        }

        Assert.Equal("TooOften", await _swarm.TellAsync(bob, PeerMessages.ShowState(ada, ask.Segment, ask.Step, DisputeMoves.State("mine"))));
    }

    // The hub's own node finds something else in the one segment of a peer that trains alone; it is asked for its state.
    private async Task<AskForState> ChallengeAsync(PeerId trainer)
    {
        await _swarm.CommitOneSegmentAsync(trainer);
        await _swarm.WorkAsync();
        var segment = Assert.Single(_swarm.Hear(trainer, 1).OfType<AskForEvidence>()).Segments[0];
        await _swarm.TellAsync(trainer, PeerMessages.GiveEvidence(segment, PlayedSwarm.EvidenceOf(trainer, segment)));
        Assert.Equal("Taken", await _swarm.TellAsync(_swarm.Hub, PeerMessages.GiveOutcome(trainer, segment, new ReplayFinding(ReplayOutcome.Different, ""))));
        return Assert.Single(_swarm.Hear(trainer, 1).OfType<AskForState>());
    }
}
