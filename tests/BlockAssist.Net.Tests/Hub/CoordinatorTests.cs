using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Tests.Rounds;

namespace BlockAssist.Net.Tests.Hub;

public sealed class CoordinatorTests : IDisposable
{
    private readonly PlayedSwarm _swarm = new();

    public void Dispose() => _swarm.Dispose();

    [Fact]
    public void Before_the_first_round_there_is_a_model_to_begin_with_and_nothing_to_hear()
    {
        var ada = _swarm.Join(1)[0];

        var welcome = Welcome.Read(_swarm.Coordinator.Welcome());

        Assert.Equal(new Welcome(1, RoundStage.Closed, PlayedSwarm.Genesis.Base, PlayedSwarm.Genesis.Recipe), welcome);
        Assert.Equal((0UL, 0, 0), Said(ada, 1, 0));
        Assert.Null(_swarm.Coordinator.LeaseWork());
    }

    [Fact]
    public async Task A_round_with_several_peers_comes_to_a_promoted_model()
    {
        var peers = _swarm.Join(1, 2, 3);

        var record = await _swarm.PlayAsync(finds: null, peers);

        Assert.True(record.IsPromoted);
        Assert.NotEqual(PlayedSwarm.Genesis.Base, record.Model);
        Assert.Equal(peers.Order(), record.Credits.Select(line => line.Peer));
        Assert.All(record.Credits, line => Assert.True(line is { Reason: CreditReason.Verified, Amount: > 0 }, line.ToString()));
        Assert.Equal([_swarm.Hub], record.Verifications.Keys);
        Assert.All(_swarm.Everybody, peer => Assert.Single(_swarm.Hear(peer, 1).OfType<Close>()));
        Assert.Equal((2UL, RoundStage.Closed), (_swarm.Round, _swarm.Stage));
    }

    [Fact]
    public async Task Nobody_loses_a_round_because_the_hub_was_away()
    {
        var ada = _swarm.Join(1)[0];
        var lease = await _swarm.LeaseAsync(ada);
        await _swarm.CommitAsync(lease);
        await _swarm.WaitAsync(20);
        Assert.Equal(RoundStage.Revealing, _swarm.Stage);

        _swarm.Clock.Advance(TimeSpan.FromHours(5));
        await _swarm.RestartAsync();
        await _swarm.Coordinator.ResumeAsync(CancellationToken.None);
        await _swarm.Coordinator.TickAsync(CancellationToken.None);
        var revealed = await _swarm.RevealAsync(lease);

        Assert.Equal(("Taken", RoundStage.Screening), (revealed, _swarm.Stage));
        var told = _swarm.Hear(ada, 1).OfType<Extend>().Last().Terms;
        Assert.InRange(told.RevealBy - _swarm.Clock.GetUtcNow(), TimeSpan.FromMinutes(2.9), told.Patience);
        await _swarm.RestartAsync();
        Assert.Equal(RoundStage.Screening, _swarm.Stage);
    }

    [Fact]
    public async Task Who_was_cut_off_just_before_the_end_has_as_long_as_one_is_waited_for()
    {
        var ada = _swarm.Join(1)[0];
        var lease = await _swarm.LeaseAsync(ada);
        await _swarm.WaitAsync(19.9);

        await _swarm.RestartAsync();
        await _swarm.Coordinator.ResumeAsync(CancellationToken.None);
        await _swarm.WaitAsync(2.9);
        await _swarm.CommitAsync(lease);
        await _swarm.WaitAsync(0.2);

        Assert.Equal((RoundStage.Revealing, "Taken"), (_swarm.Stage, await _swarm.RevealAsync(lease)));
    }

    [Fact]
    public async Task A_hub_that_was_away_while_nothing_ran_out_changes_nothing()
    {
        await _swarm.LeaseAsync(_swarm.Join(1)[0]);
        var entries = (await _swarm.Log.ReadAsync(1, CancellationToken.None)).Count;

        await _swarm.RestartAsync();
        await _swarm.Coordinator.ResumeAsync(CancellationToken.None);

        Assert.Equal(entries, (await _swarm.Log.ReadAsync(1, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task What_came_of_a_round_is_in_its_log_and_told_to_who_asks_later()
    {
        var peers = _swarm.Join(1, 2, 3);
        await _swarm.PlayAsync(finds: null, peers);
        var record = await _swarm.PlayAsync(finds: null, peers);
        await _swarm.LeaseAsync(peers[0]);

        var told = Assert.IsType<Close>(PlayedSwarm.Read((await _swarm.Coordinator.RecordAsync(2, CancellationToken.None))!, peers[0])).Record;

        Assert.Equal((record.Terms, record.Model, record.Credits.Count), (told.Terms, told.Model, told.Credits.Count));
        Assert.NotNull(await _swarm.Coordinator.RecordAsync(1, CancellationToken.None));
        Assert.Null(await _swarm.Coordinator.RecordAsync(0, CancellationToken.None));
        Assert.Null(await _swarm.Coordinator.RecordAsync(3, CancellationToken.None));
        Assert.Null(await _swarm.Coordinator.RecordAsync(ulong.MaxValue, CancellationToken.None));
    }

    [Fact]
    public async Task A_hub_that_died_before_it_wrote_what_came_of_a_round_writes_it_when_it_is_back()
    {
        var peers = _swarm.Join(1, 2, 3);
        await _swarm.PlayAsync(finds: null, peers);
        _swarm.Log.DropLast(1);

        await _swarm.RestartAsync();

        Assert.NotNull(await _swarm.Coordinator.RecordAsync(1, CancellationToken.None));
        Assert.True((await _swarm.PlayAsync(finds: null, peers)).IsPromoted);
    }

    [Fact]
    public async Task Everybody_hears_what_is_said_to_all_and_to_them_and_nothing_else()
    {
        var (ada, bob) = (_swarm.Join(1)[0], _swarm.Join(2)[0]);
        await _swarm.LeaseAsync(ada);

        Assert.Equal([typeof(Extend), typeof(GrantLease)], _swarm.Hear(ada, 1).Select(said => said.GetType()));
        Assert.IsType<Extend>(Assert.Single(_swarm.Hear(bob, 1)));
        Assert.Empty(_swarm.Hear(ada, 1, after: 2));
        Assert.Equal((1UL, 2, 0), Said(ada, 1, int.MaxValue));
    }

    [Fact]
    public async Task What_nobody_can_read_is_not_in_the_log()
    {
        var ada = _swarm.Join(1)[0];

        Assert.Equal("Unreadable", (await _swarm.Coordinator.TellAsync(new byte[100], CancellationToken.None)).Word);
        Assert.Equal("Unreadable", await _swarm.TellAsync(ada, new Message(MessageKinds.Commit, new byte[] { 0x0A, 0x01, 0x00 })));
        Assert.Equal("Unreadable", await _swarm.TellAsync(ada, PeerMessages.AskLease(double.NaN)));

        Assert.Equal(0, _swarm.Log.Entries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(ulong.MaxValue)]
    public async Task What_is_said_about_another_round_opens_none_and_is_not_in_the_log(ulong round)
    {
        var ada = _swarm.Join(1)[0];

        Assert.Equal("OtherRound", await _swarm.TellAsync(ada, PeerMessages.AskLease(1), round));

        Assert.Equal(0, _swarm.Log.Entries);
    }

    [Fact]
    public async Task What_is_said_about_a_round_that_is_over_is_not_in_the_log()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.PlayAsync(finds: null, ada);
        var entries = _swarm.Log.Entries;

        Assert.Equal("OtherRound", await _swarm.TellAsync(ada, PeerMessages.AskLease(1), round: 1));

        Assert.Equal(entries, _swarm.Log.Entries);
    }

    [Fact]
    public async Task A_reveal_without_its_update_is_answered_so_and_counts_when_the_update_has_come()
    {
        var ada = _swarm.Join(1)[0];
        var lease = await _swarm.LeaseAsync(ada);
        await _swarm.CommitAsync(lease);
        await _swarm.WaitAsync(20);
        var entries = _swarm.Log.Entries;
        _swarm.Missing.Add(PlayedRound.CommitmentOf(lease).Update);

        Assert.Equal("BlobMissing", await _swarm.RevealAsync(lease));
        Assert.Equal((entries, RoundStage.Revealing), (_swarm.Log.Entries, _swarm.Stage));

        _swarm.Missing.Clear();
        Assert.Equal("Taken", await _swarm.RevealAsync(lease));
        Assert.Equal(RoundStage.Screening, _swarm.Stage);
    }

    [Fact]
    public async Task Evidence_that_is_not_there_is_answered_so()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.TrainAsync(ada);
        await _swarm.WorkAsync();
        var segment = Assert.Single(_swarm.Hear(ada, 1).OfType<AskForEvidence>()).Segments[0];
        _swarm.Missing.Add(PlayedSwarm.EvidenceOf(ada, segment));
        var entries = _swarm.Log.Entries;

        Assert.Equal("BlobMissing", await _swarm.TellAsync(ada, PeerMessages.GiveEvidence(segment, PlayedSwarm.EvidenceOf(ada, segment))));

        Assert.Equal(entries, _swarm.Log.Entries);
        Assert.Empty(_swarm.Hear(_swarm.Hub, 1).OfType<AskToReplay>());
    }

    [Fact]
    public async Task Who_comes_late_stays_away_or_lies_is_told_so_and_the_others_go_on()
    {
        var (honest, gone, silent, liar, late, cheat) = (_swarm.Join(1)[0], _swarm.Join(2)[0], _swarm.Join(3)[0], _swarm.Join(4)[0], _swarm.Join(5)[0], _swarm.Join(6)[0]);
        var leases = new Dictionary<PeerId, Lease>();
        foreach (var peer in (PeerId[])[honest, gone, silent, liar, cheat])
        {
            leases[peer] = await _swarm.LeaseAsync(peer);
        }

        foreach (var peer in (PeerId[])[honest, silent, liar, cheat])
        {
            await _swarm.CommitAsync(leases[peer]);
        }

        await _swarm.WaitAsync(20);
        Assert.Equal("WrongTime", await _swarm.TellAsync(late, PeerMessages.AskLease(1)));
        Assert.Equal("WrongTime", await _swarm.CommitAsync(leases[gone]));
        Assert.Equal("Mismatch", await _swarm.TellAsync(cheat, PeerMessages.Reveal(new Revelation(PlayedRound.Marks(honest, leases[cheat].Segments)))));
        await _swarm.RevealAsync(leases[honest]);
        await _swarm.RevealAsync(leases[liar]);
        await _swarm.WaitAsync(3);
        await _swarm.WorkAsync();
        await _swarm.VerifyAsync((_, trainer) => trainer == liar ? ReplayOutcome.Different : ReplayOutcome.Same);
        while (_swarm.Stage != RoundStage.Closed)
        {
            await _swarm.WorkAsync();
        }

        var record = _swarm.Coordinator.LastRecord!;
        Assert.Equal(
            new Dictionary<PeerId, CreditReason>
            {
                [honest] = CreditReason.Verified,
                [gone] = CreditReason.NotCommitted,
                [silent] = CreditReason.NotRevealed,
                [liar] = CreditReason.Refuted,
                [cheat] = CreditReason.Mismatch,
            },
            record.Credits.ToDictionary(line => line.Peer, line => line.Reason));
        Assert.Equal([liar], record.Refuted);
    }

    [Fact]
    public async Task Who_comes_back_gets_the_lease_that_it_had_and_hears_all_again()
    {
        var ada = _swarm.Join(1)[0];
        var lease = await _swarm.LeaseAsync(ada);
        await _swarm.WaitAsync(10);

        Assert.Equal(lease, await _swarm.LeaseAsync(ada));
        Assert.Equal("Taken", await _swarm.CommitAsync(lease));
        Assert.Equal("Taken", await _swarm.CommitAsync(lease));
    }

    [Fact]
    public async Task Who_goes_on_saying_what_changes_nothing_is_not_written_down_any_more()
    {
        var (ada, bob) = (_swarm.Join(1)[0], _swarm.Join(2)[0]);
        for (var i = 0; i < 100; i++)
        {
            await _swarm.TellAsync(ada, PeerMessages.AskLease(1));
        }

        var entries = _swarm.Log.Entries;
        Assert.Equal("TooOften", await _swarm.TellAsync(ada, PeerMessages.AskLease(1)));
        Assert.Equal(entries, _swarm.Log.Entries);

        await _swarm.RestartAsync();
        Assert.Equal("TooOften", await _swarm.TellAsync(ada, PeerMessages.AskLease(1)));
        Assert.Equal("Taken", await _swarm.TellAsync(bob, PeerMessages.AskLease(1)));
    }

    [Fact]
    public async Task In_a_round_that_is_still_to_come_nothing_was_said()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.PlayAsync(finds: null, ada);

        Assert.Equal((1UL, 0, 0), Said(ada, 2, 0));
    }

    [Fact]
    public async Task Who_asks_about_the_round_before_hears_its_end_and_then_the_new_one()
    {
        var (ada, bob) = (_swarm.Join(1)[0], _swarm.Join(2)[0]);
        await _swarm.TrainAsync(ada, bob);
        var heard = Heard.Read(_swarm.Coordinator.Hear(bob, 1, 0))!.Next;
        await _swarm.WorkAsync();
        await _swarm.VerifyAsync();
        await _swarm.WorkAsync();
        await _swarm.WorkAsync();
        await _swarm.LeaseAsync(ada);

        Assert.Equal((1UL, 2UL), (_swarm.Coordinator.LastRecord!.Terms.Number, _swarm.Round));
        Assert.IsType<Close>(_swarm.Hear(bob, 1, heard)[^1]);
        var end = Heard.Read(_swarm.Coordinator.Hear(bob, 1, heard))!.Next;
        var (round, _, count) = Said(bob, 1, end);
        Assert.Equal((2UL, 1), (round, count));
    }

    [Fact]
    public async Task Time_passes_only_when_something_is_due()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.CommitAsync(await _swarm.LeaseAsync(ada));
        for (var second = 0; second < 30 * 60; second++)
        {
            await _swarm.WaitAsync(1.0 / 60);
        }

        // The end of training and that of revealing; nobody revealed.
        Assert.Equal(2, _swarm.TicksIn(1));
        Assert.Equal(RoundStage.Closed, _swarm.Stage);
    }

    [Fact]
    public async Task Where_verifiers_are_silent_time_passes_once_whenever_one_was_waited_for_in_vain()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.TrainAsync(ada);
        await _swarm.WorkAsync();
        var drawn = Assert.Single(_swarm.Hear(ada, 1).OfType<AskForEvidence>()).Segments.Count;
        await _swarm.VerifyAsync((_, _) => null);
        for (var half = 0; half < 2 * 60 * 20; half++)
        {
            await _swarm.WaitAsync(0.5 / 60);
        }

        Assert.Equal(RoundStage.Closed, _swarm.Stage);
        Assert.Equal(CreditReason.NotVerified, _swarm.Coordinator.LastRecord!.Credits[0].Reason);
        Assert.InRange(_swarm.TicksIn(1), 2, 2 + (6 * drawn));
    }

    private (ulong Round, int Next, int Count) Said(PeerId peer, ulong round, int after)
    {
        var heard = Heard.Read(_swarm.Coordinator.Hear(peer, round, after))!;
        return (heard.Round, heard.Next, heard.Envelopes.Count);
    }
}
