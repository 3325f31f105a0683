using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Tests.Leases;

/// <summary>Who is right wins, with nothing but what both have shown.</summary>
[Collection(TrainingTests.Name)]
public sealed class LeaseRefereeTests : IDisposable
{
    private readonly DisputedLease _lease = new();

    public static TheoryData<string> Cheats => [.. Cheat.Graded.Select(cheat => cheat.Name)];

    [Fact]
    public void A_trainer_and_a_verifier_come_to_the_same_state_after_every_step()
    {
        for (var steps = 0; steps < DisputedLease.Steps; steps++)
        {
            Assert.Equal(_lease.Moment(_lease.Trainer(steps)).Hash(), _lease.Moment(_lease.Verifier(steps)).Hash());
        }
    }

    [Theory]
    [MemberData(nameof(Cheats))]
    public void Who_cheats_in_whatever_way_loses_against_who_made_the_steps_again(string name)
    {
        var (claim, files, states) = _lease.Cheated(Cheat.Graded.Single(cheat => cheat.Name == name));
        Assert.NotEqual(_lease.Honest.Marks[0].State, claim.Marks[0].State);

        Assert.Equal(LeaseWord.ForChallenger, _lease.Settle(claim, files, steps => _lease.Save("shown", states[steps]), _lease.Verifier));
        Assert.InRange(_lease.Questions, 2, 3);
        Assert.Equal(LeaseWord.ForChallenger, _lease.Settle(claim, files, _lease.Trainer, _lease.Verifier));
    }

    [Fact]
    public void Who_trained_as_it_should_wins_against_every_forged_state()
    {
        Func<TrainingMoment, TrainingMoment>[] forgeries =
        [
            moment => moment with { Weights = [.. moment.Weights.Select(weight => weight * 1.001f)] },
            moment => moment with { Averaged = [.. moment.Averaged.Select(weight => weight + 1e-3f)] },
            moment => moment with { Mean = [.. moment.Mean.Select(_ => 1f)] },
            moment => moment with { OptimizerSteps = moment.OptimizerSteps + 1 },
        ];
        foreach (var forge in forgeries)
        {
            Assert.Equal(LeaseWord.ForTrainer, Settle(steps => _lease.Save("forged", forge(_lease.Moment(_lease.Verifier(steps))))));
            Assert.Equal(LeaseWord.ForTrainer, Settle(steps => steps > 3 ? _lease.Save("forged", forge(_lease.Moment(_lease.Verifier(steps)))) : _lease.Verifier(steps)));
        }
    }

    [Fact]
    public void Who_shows_the_same_states_and_still_does_not_agree_loses() => Assert.Equal(LeaseWord.ForTrainer, Settle(_lease.Verifier));

    [Fact]
    public void Who_shows_what_cannot_be_read_loses()
    {
        File.WriteAllText(_lease.File("text"), "no state");
        File.WriteAllBytes(_lease.File("nothing"), []);
        File.WriteAllBytes(_lease.File("huge"), new byte[8 << 20]);
        var (good, other) = (_lease.Trainer(3), _lease.Trainer(4));
        foreach (var bad in (string[])[_lease.File("text"), _lease.File("nothing"), _lease.File("huge"), _lease.HonestFiles.Base, _lease.HonestFiles.Evidence, other])
        {
            Assert.Equal(LeaseWord.ForTrainer, Compare((good, bad)).Word);
            Assert.Equal(LeaseWord.ForChallenger, Compare((bad, good)).Word);
            Assert.Equal(LeaseWord.ForChallenger, Compare((bad, bad)).Word);
            Assert.Equal(LeaseOutcome.Different, DisputedLease.With(replay => _lease.Referee(replay).MakeStep(_lease.Honest, _lease.HonestFiles, 2, null, bad, CancellationToken.None)).Outcome);
        }
    }

    [Fact]
    public void Damaged_states_are_lost_and_never_an_exception()
    {
        var (good, damaged) = (_lease.Trainer(3), _lease.File("damaged"));
        FuzzRun.Over([File.ReadAllBytes(good)], 60, bytes =>
        {
            File.WriteAllBytes(damaged, bytes);
            Assert.Contains(Compare((good, damaged)).Word, (LeaseWord[])[LeaseWord.ForTrainer, LeaseWord.Disagree, LeaseWord.Agree]);
            Assert.Contains(Compare((damaged, good)).Word, (LeaseWord[])[LeaseWord.ForChallenger, LeaseWord.Disagree, LeaseWord.Agree]);
        });
    }

    [Fact]
    public void Between_classes_states_are_compared_within_what_honest_ones_differ_by()
    {
        var moment = _lease.Moment(_lease.Verifier(3));
        var near = _lease.Save("near", moment with { Weights = [.. moment.Weights.Select(weight => weight * 1.00001f)] });
        var states = (_lease.Trainer(3), near);

        Assert.Equal(LeaseWord.Disagree, Compare(states).Word);
        Assert.Equal(LeaseWord.Undecided, Compare(states, "elsewhere").Word);
        Assert.Equal(LeaseWord.Agree, Compare((_lease.Trainer(3), _lease.Verifier(3)), "elsewhere").Word);
        _lease.Tolerance = 10;
        Assert.Equal(LeaseWord.Agree, Compare(states, "elsewhere").Word);
        _lease.Tolerance = 1e-12;
        Assert.Equal(LeaseWord.Disagree, Compare(states, "elsewhere").Word);
    }

    [Fact]
    public void Evidence_that_does_not_fit_loses_whatever_the_steps_are()
    {
        var claim = _lease.Honest with { Examples = _lease.Honest.Examples + 1 };

        var finding = DisputedLease.With(replay => _lease.Referee(replay).MakeStep(claim, _lease.HonestFiles, 0, null, _lease.Trainer(1), CancellationToken.None));

        Assert.Equal((LeaseOutcome.Different, LeaseSubject.Evidence), (finding.Outcome, finding.Subject));
        var none = _lease.HonestFiles with { Evidence = _lease.HonestFiles.Recipe };
        var forged = _lease.Save("forged", _lease.Moment(_lease.Trainer(3)) with { OptimizerSteps = 9 });
        var ruling = DisputedLease.With(replay => _lease.Referee(replay).Compare(_lease.Honest, none, 3, (_lease.Trainer(3), forged), "elsewhere"));
        Assert.Equal(LeaseWord.ForChallenger, ruling.Word);
    }

    [Fact]
    public void A_verifier_makes_no_state_of_evidence_that_does_not_fit_nor_beyond_the_segment()
    {
        var claim = _lease.Honest with { Examples = 1 };

        Assert.Equal(LeaseSubject.Evidence, DisputedLease.With(replay => replay.WriteState(claim, _lease.HonestFiles, 3, _lease.File("none"), CancellationToken.None)).Subject);
        Assert.Equal(LeaseSubject.Evidence, DisputedLease.With(replay => replay.WriteState(_lease.Honest, _lease.HonestFiles, 6, _lease.File("none"), CancellationToken.None)).Subject);
        Assert.False(File.Exists(_lease.File("none")));
        Assert.Throws<TrainingException>(() => _lease.Trainer(6));
        Assert.Throws<TrainingException>(() => _lease.Trainer(-1));
    }

    public void Dispose() => _lease.Dispose();

    private LeaseWord Settle(Func<int, string> challenger) => _lease.Settle(_lease.Honest, _lease.HonestFiles, _lease.Trainer, challenger);

    private LeaseRuling Compare((string Trainer, string Challenger) states, string? key = null) =>
        DisputedLease.With(replay => _lease.Referee(replay).Compare(_lease.Honest, _lease.HonestFiles, 3, states, key ?? _lease.Honest.Class));
}
