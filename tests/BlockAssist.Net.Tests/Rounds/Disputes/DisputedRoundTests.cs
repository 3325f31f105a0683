using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Tests.Rounds.Disputes;

/// <summary>What a round makes of a verifier who finds something else than a trainer claims.</summary>
public sealed class DisputedRoundTests
{
    private static readonly PeerId Ann = PlayedRound.Peer(1);
    private static readonly PeerId Bob = PlayedRound.Peer(2);
    private static readonly PeerId[] Verifiers = [PlayedRound.Peer(200), PlayedRound.Peer(201), PlayedRound.Peer(202)];

    private PlayedRound _round = new();

    [Fact]
    public void Who_finds_something_else_challenges_and_both_are_asked_for_the_state_in_the_middle()
    {
        var (ask, commands) = Challenge();

        Assert.Equal([new AskForState(Ann, Ann, ask.Segment, 3), new AskForState(ask.Verifier, Ann, ask.Segment, 3)], commands);
        Assert.Equal(RoundStage.Verifying, _round.Stage);
        Assert.Empty(_round.Cases);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_dispute_goes_to_the_one_step_which_the_referee_makes(bool isLiar)
    {
        var (ask, commands) = Challenge();
        var judge = ShowBoth(commands, "same", "same");
        Assert.Equal(new CompareStates(3, DisputeMoves.State("same"), DisputeMoves.State("same")), judge.Task);
        Assert.Equal([judge], _round.Cases);
        judge = ShowBoth(_round.Do(_round.Rule(judge, Ruling.Agree)), "one", "other");
        Assert.Equal(4, Assert.IsType<CompareStates>(judge.Task).Step);
        judge = Assert.Single(_round.Do(_round.Rule(judge, Ruling.Disagree)).OfType<Judge>());

        Assert.Equal(new MakeStep(3, DisputeMoves.State("same"), DisputeMoves.State("one")), judge.Task);
        Assert.Equal((ask, "cpu"), (judge.Segment, judge.Device));
        var last = _round.Do(_round.Rule(judge, isLiar ? Ruling.ForChallenger : Ruling.ForTrainer));

        Assert.Empty(_round.Cases);
        Assert.Equal(isLiar, last.OfType<Close>().Any());
        TheRestFindsTheSame();
        Assert.Equal(isLiar ? CreditReason.Refuted : CreditReason.Verified, _round.ReasonOf(Ann));
        Assert.Equal(isLiar ? [Ann] : [], _round.Record.Refuted);
        Assert.Equal(isLiar ? [] : [ask.Verifier], _round.Record.Slanderers);
        Assert.Equal(isLiar, _round.Record.Verifications.ContainsKey(ask.Verifier));
    }

    [Fact]
    public void After_a_slander_the_next_verifier_is_asked_and_two_must_find_the_same_as_ever()
    {
        var (ask, commands) = Challenge();
        var asked = Order(ask);
        _round.Do(new Replayed(_round.Now, asked[1], Ann, ask.Segment, ReplayOutcome.Same, 0));
        var last = _round.Do(_round.Rule(JudgeOf(commands, ask.Verifier), Ruling.ForTrainer));

        var next = Assert.Single(last.OfType<AskToReplay>(), one => one.Segment == ask.Segment);
        Assert.DoesNotContain(next.Verifier, asked);
        TheRestFindsTheSame(ask.Segment);
        Assert.Equal(RoundStage.Verifying, _round.Stage);
        Assert.Contains(Finds(next, ReplayOutcome.Same), command => command is Merge);
    }

    [Fact]
    public void Of_two_challengers_the_first_who_was_asked_goes_first_and_the_second_after_it()
    {
        var (ask, commands) = Challenge();
        var second = Order(ask)[1];
        Assert.Empty(_round.Do(new Replayed(_round.Now, second, Ann, ask.Segment, ReplayOutcome.Different, 0) { Subject = ReplaySubject.Evidence }));

        var judge = Assert.Single(_round.Do(_round.Rule(JudgeOf(commands, ask.Verifier), Ruling.ForTrainer)).OfType<Judge>());
        Assert.Equal((second, new JudgeSegment(ReplaySubject.Evidence)), (judge.Segment.Verifier, judge.Task));
        _round.Do(_round.Rule(judge, Ruling.ForChallenger));

        Assert.Equal(CreditReason.Refuted, _round.ReasonOf(Ann));
        Assert.Equal([ask.Verifier], _round.Record.Slanderers);
        Assert.Equal([second], _round.Record.Verifications.Keys);
    }

    [Fact]
    public void Who_finds_fault_with_the_evidence_is_judged_without_a_question()
    {
        var (ask, commands) = Challenge(ReplaySubject.Evidence);

        var judge = Assert.IsType<Judge>(Assert.Single(commands));
        Assert.Equal(new JudgeSegment(ReplaySubject.Evidence), judge.Task);
        _round.Do(_round.Rule(judge, Ruling.ForTrainer));
        TheRestFindsTheSame();

        Assert.Equal((CreditReason.Verified, ask.Verifier), (_round.ReasonOf(Ann), Assert.Single(_round.Record.Slanderers)));
    }

    [Fact]
    public void Where_the_referee_cannot_tell_nobody_loses_and_others_are_asked()
    {
        var (_, commands) = Challenge(ReplaySubject.Evidence);
        _round.Do(_round.Rule(Assert.IsType<Judge>(Assert.Single(commands)), Ruling.Undecided));
        TheRestFindsTheSame();

        Assert.Equal(CreditReason.Verified, _round.ReasonOf(Ann));
        Assert.Empty(_round.Record.Slanderers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_is_silent_for_longer_than_one_is_waited_for_has_lost(bool isTrainer)
    {
        var (ask, commands) = Challenge();
        var asked = commands.OfType<AskForState>().ToList();
        _round.Wait(2);
        _round.Do(_round.Show(asked[isTrainer ? 1 : 0], "right"));
        Assert.Equal(_round.Now.AddMinutes(1), _round.Due);
        _round.Wait(1);
        TheRestFindsTheSame();

        Assert.Equal(isTrainer ? CreditReason.Refuted : CreditReason.Verified, _round.ReasonOf(Ann));
        Assert.Equal(isTrainer ? [] : [ask.Verifier], _round.Record.Slanderers);
    }

    [Fact]
    public void A_coordinator_that_was_away_leaves_both_sides_more_time()
    {
        var (_, commands) = Challenge();
        _round.Do(new Resumed(_round.Now, TimeSpan.FromMinutes(5)));
        _round.Wait(7.9);

        Assert.Equal(RoundStage.Verifying, _round.Stage);
        Assert.NotNull(ShowBoth(commands, "right", "slander"));
    }

    [Fact]
    public void A_state_that_nobody_asked_for_does_not_count()
    {
        var (ask, commands) = Challenge();
        var first = commands.OfType<AskForState>().First();
        var (shown, cid) = (_round.Show(first, "right"), PlayedRound.Peer(3));

        foreach (var other in (StateShown[])[shown with { Step = 4 }, shown with { Segment = ask.Segment + 1 }, shown with { Trainer = Bob }, shown with { Peer = cid }])
        {
            Assert.Equal(new Refuse(other.Peer, RoundRefusal.NotAsked), Assert.Single(_round.Do(other)));
        }

        Assert.Empty(_round.Do(shown));
        Assert.Contains(new Refuse(Ann, RoundRefusal.NotAsked), _round.Do(shown with { State = BlobId.Of("else"u8) }));
    }

    [Fact]
    public void What_the_referee_says_of_something_else_changes_nothing()
    {
        var (ask, commands) = Challenge();
        Assert.Empty(_round.Do(new Ruled(_round.Now, Ann, ask.Segment, Ruling.ForTrainer)));
        var judge = JudgeOf(commands, ask.Verifier);
        Assert.Empty(_round.Do(new Ruled(_round.Now, Bob, ask.Segment, Ruling.ForTrainer)));
        Assert.Empty(_round.Do(new Ruled(_round.Now, Ann, ask.Segment + 1, Ruling.ForTrainer)));

        Assert.Equal([judge], _round.Cases);
    }

    [Fact]
    public void A_dispute_that_was_begun_in_time_is_decided_also_when_time_is_up()
    {
        var (ask, commands) = Challenge();
        var judge = JudgeOf(commands, ask.Verifier);
        _round.Wait(60);

        Assert.Equal(RoundStage.Verifying, _round.Stage);
        Assert.Null(_round.Due);
        Assert.Contains(_round.Do(new Replayed(_round.Now, Order(ask)[1], Ann, ask.Segment, ReplayOutcome.Same, 0)), command => command is Refuse);
        _round.Do(_round.Rule(judge, Ruling.ForChallenger));
        Assert.Equal(CreditReason.Refuted, _round.ReasonOf(Ann));
    }

    [Fact]
    public void What_was_not_known_when_time_was_up_stays_unknown_where_the_challenger_has_lost()
    {
        var (ask, commands) = Challenge();
        var judge = JudgeOf(commands, ask.Verifier);
        _round.Wait(60);
        _round.Do(_round.Rule(judge, Ruling.ForTrainer));

        Assert.Equal(CreditReason.NotVerified, _round.ReasonOf(Ann));
        Assert.Equal([ask.Verifier], _round.Record.Slanderers);
    }

    [Fact]
    public void Who_lost_one_dispute_is_not_heard_in_any_other_and_is_asked_nothing_any_more()
    {
        var slanderer = Verifiers[0];
        var open = _round.TrainAndScreen(Ann, Bob);
        _round.Verify(open, (verifier, _) => verifier == slanderer ? ReplayOutcome.Different : ReplayOutcome.Same);
        _round.MergeAndPlay();

        Assert.Equal([CreditReason.Verified, CreditReason.Verified], new[] { Ann, Bob }.Select(_round.ReasonOf));
        Assert.Equal([slanderer], _round.Record.Slanderers);
        var (again, hasLost) = (new PlayedRound(_round.Roster, _round.FirstTerms), false);
        foreach (var happened in _round.Events)
        {
            var commands = again.Do(happened);
            Assert.False(hasLost && commands.Any(command => command is AskToReplay { Verifier: var asked } && asked == slanderer));
            Assert.False(hasLost && again.Cases.Any(one => one.Segment.Verifier == slanderer));
            hasLost |= happened is Ruled { Ruling: Ruling.ForTrainer };
        }

        Assert.True(hasLost);
    }

    [Fact]
    public void Who_trains_and_slanders_is_neither_merged_nor_credited_and_is_told_why()
    {
        _round = new PlayedRound(new Roster { Verifiers = [Bob, .. Verifiers] });
        _round.Verify(_round.TrainAndScreen(Ann, Bob), (verifier, _) => verifier == Bob ? ReplayOutcome.Different : ReplayOutcome.Same);
        _round.MergeAndPlay();

        if (_round.Commands.OfType<AskToReplay>().Any(ask => ask.Verifier == Bob))
        {
            Assert.Equal(CreditReason.Slandered, _round.ReasonOf(Bob));
            Assert.Equal([Ann], Assert.Single(_round.Commands.OfType<Merge>()).Updates.Select(update => update.Peer));
            Assert.Equal(0, _round.Record.Credits.Single(line => line.Peer == Bob).Amount);
            Assert.DoesNotContain(Bob, _round.Record.Verifications.Keys);
        }
    }

    [Fact]
    public void A_node_alone_that_comes_to_something_else_than_before_disputes_with_nobody()
    {
        _round = new PlayedRound(new Roster { Coordinator = Ann });
        _round.Verify(_round.TrainAndScreen(Ann), (_, _) => ReplayOutcome.Different);

        Assert.Equal((CreditReason.Refuted, 0), (_round.ReasonOf(Ann), _round.Commands.Count(command => command is AskForState or Judge)));
    }

    [Fact]
    public void Where_the_only_verifier_slanders_nobody_is_verified_and_nobody_refuted()
    {
        _round = new PlayedRound(new Roster { Verifiers = [Verifiers[0]] });
        var (ask, commands) = Challenge();
        _round.Do(_round.Rule(JudgeOf(commands, ask.Verifier), Ruling.ForTrainer));

        Assert.Equal(CreditReason.NotVerified, _round.ReasonOf(Ann));
        Assert.Empty(_round.Record.Refuted);
    }

    [Fact]
    public void A_finding_that_comes_when_two_have_found_the_same_is_disputed_all_the_same()
    {
        var replays = AskAll(Ann, Bob);
        var third = Assert.Single(_round.Wait(3).OfType<AskToReplay>(), ask => ask.Segment == replays[0].Segment && ask.Lease.Peer == Ann);
        Finds(replays[1], ReplayOutcome.Same);
        Finds(third, ReplayOutcome.Same);

        Assert.Equal(2, Finds(replays[0], ReplayOutcome.Different).OfType<AskForState>().Count());
        TheRestFindsTheSame();
        Assert.Equal(RoundStage.Verifying, _round.Stage);
    }

    // Ann alone trains; the first who is asked about her first segment finds something else.
    private (AskToReplay Ask, IReadOnlyList<RoundCommand> Commands) Challenge(ReplaySubject subject = ReplaySubject.Steps)
    {
        var ask = AskAll(Ann)[0];
        return (ask, Finds(ask, ReplayOutcome.Different, subject));
    }

    private List<AskToReplay> AskAll(params PeerId[] peers) =>
    [
        .. from asked in _round.TrainAndScreen(peers).OfType<AskForEvidence>().ToList()
           from segment in asked.Segments
           from replay in _round.Do(new EvidenceGiven(_round.Now, asked.Peer, segment, BlobId.Of("evidence"u8))).OfType<AskToReplay>()
           select replay,
    ];

    // All who were asked and have not spoken, and the round to its end if nothing is disputed.
    private void TheRestFindsTheSame(int besides = -1)
    {
        while (Open(besides) is { } ask && _round.Stage == RoundStage.Verifying)
        {
            Finds(ask, ReplayOutcome.Same);
        }

        if (_round.Stage == RoundStage.Merging)
        {
            _round.MergeAndPlay();
        }
    }

    private AskToReplay? Open(int besides) => _round.Commands.OfType<AskToReplay>().FirstOrDefault(
        ask => ask.Segment != besides && !_round.Events.OfType<Replayed>().Any(said => said.Verifier == ask.Verifier && said.Peer == ask.Lease.Peer && said.Segment == ask.Segment));

    private IReadOnlyList<RoundCommand> Finds(AskToReplay ask, ReplayOutcome outcome, ReplaySubject subject = ReplaySubject.Steps) =>
        _round.Do(new Replayed(_round.Now, ask.Verifier, ask.Lease.Peer, ask.Segment, outcome, 0) { Subject = subject, Device = "cpu" });

    // Those who were asked about a segment, in order.
    private List<PeerId> Order(AskToReplay ask) =>
        [.. _round.Commands.OfType<AskToReplay>().Where(one => one.Segment == ask.Segment && one.Lease.Peer == ask.Lease.Peer).Select(one => one.Verifier)];

    private Judge ShowBoth(IReadOnlyList<RoundCommand> commands, string trainer, string challenger)
    {
        var last = commands;
        foreach (var ask in commands.OfType<AskForState>().ToList())
        {
            last = _round.Do(_round.Show(ask, ask.Peer == ask.Trainer ? trainer : challenger));
        }

        return Assert.Single(last.OfType<Judge>());
    }

    private Judge JudgeOf(IReadOnlyList<RoundCommand> commands, PeerId challenger)
    {
        var judge = ShowBoth(commands, "right", "slander");
        Assert.Equal(challenger, judge.Segment.Verifier);
        return judge;
    }
}
