using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Tests.Leases;

/// <summary>Leases that learn from their own play are trained and checked as others are.</summary>
[Collection(TrainingTests.Name)]
public sealed class SelfPlayLeaseTests : IDisposable
{
    private readonly SmallSelfPlay _small = new();

    [Fact]
    public void A_lease_comes_to_the_same_bits_again_also_when_it_was_interrupted()
    {
        var interrupted = _small.Training("other");
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => interrupted.Train(new Immediate(_ => cancellation.Cancel()), cancellation.Token));
        Assert.Single(_small.Training("other").SoFar()!.Marks);

        var again = _small.Training("other").Train(null, CancellationToken.None);

        Assert.Equal(_small.Result.Marks, again.Marks);
        Assert.Equal(File.ReadAllBytes(_small.Result.Update), File.ReadAllBytes(again.Update));
        Assert.Equal(2 * 3 * 2 * 2 * 6, again.Examples);
    }

    [Fact]
    public void Its_update_changes_the_weights_of_the_base_and_no_critic()
    {
        var change = new float[_small.Base.Weights.Length];
        using var codec = new UpdateCodec();
        codec.Decode(File.ReadAllBytes(_small.Result.Update), change, _small.Base.Hash, "update");

        Assert.Contains(change, one => one != 0);
    }

    [Fact]
    public void Another_seed_makes_up_other_goals()
    {
        var other = _small.Training("other", SmallSelfPlay.Terms with { Seed = 78 }).Train(null, CancellationToken.None);

        Assert.NotEqual(_small.Result.Marks[0].State, other.Marks[0].State);
        Assert.NotEqual(_small.Result.Marks[0].Lessons, other.Marks[0].Lessons);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_segment_replays_to_the_same_bits(int segment)
    {
        var finding = SmallSelfPlay.Replay(_small.Claim(segment), _small.Files(segment));

        Assert.Equal((LeaseOutcome.Same, SmallSelfPlay.Own.Key), (finding.Outcome, finding.Class));
        Assert.Empty(finding.Play);
    }

    [Fact]
    public void Whoever_says_something_else_than_came_of_it_is_found_out()
    {
        var (claim, files, marks) = (_small.Claim(0), _small.Files(0), _small.Result.Marks);
        Different("other bits", claim with { Marks = [marks[0] with { State = marks[1].State }, marks[1]] }, files);
        Different("not that of its last mark", claim with { Marks = [marks[0], marks[0]] }, files);
        Different("lessons", claim with { Marks = [marks[0] with { Lessons = marks[1].Lessons }, marks[1]] }, files);
        Different("examples", claim with { Examples = claim.Examples + 1 }, files);
        Different("not the end of what came before", claim with { Terms = claim.Terms with { Seed = 5 } }, files, lessonsOf: 5);
        Different("not the end of what came before", _small.Claim(1) with { Marks = [marks[1], marks[1]] }, _small.Files(1));
        Different("without need", _small.Claim(1), files);
        Different("update", claim, files with { Update = OtherUpdate() });
        Different("update", _small.Claim(1), _small.Files(1) with { Update = OtherUpdate() });
    }

    [Fact]
    public void Forged_states_are_found_out()
    {
        var evidence = SelfPlayEvidence.Load(_small.Evidence(1));
        var start = _small.States.Read(evidence.Start.ToArray(), "start");
        (evidence with { Start = _small.States.ToBytes(start with { Sites = "{}"u8.ToArray() }) }).Save(_small.File("forged"));
        Different("not the end of what came before", _small.Claim(1), _small.Files(1) with { Evidence = _small.File("forged") });

        // Also where it is what the trainer committed to.
        var forged = start with { Sites = "{\"sites\":[],\"proposer\":\"\"}"u8.ToArray() };
        (evidence with { Start = _small.States.ToBytes(forged) }).Save(_small.File("forged"));
        var marks = _small.Result.Marks;
        Different("sites", _small.Claim(1) with { Marks = [marks[0] with { State = forged.Hash() }, marks[1]] }, _small.Files(1) with { Evidence = _small.File("forged") });
    }

    [Fact]
    public void Of_another_class_of_device_only_the_same_bits_say_anything()
    {
        var (claim, other) = (_small.Claim(0), SmallSelfPlay.Own with { Processor = "another" });
        Assert.Equal(LeaseOutcome.Same, SmallSelfPlay.Replay(claim, _small.Files(0), other).Outcome);

        var marks = _small.Result.Marks;
        var wrong = claim with { Marks = [marks[0] with { State = marks[1].State }, marks[1]] };
        Assert.Equal(LeaseOutcome.Undecided, SmallSelfPlay.Replay(wrong, _small.Files(0), other).Outcome);
    }

    [Fact]
    public void What_is_too_much_is_not_replayed() => Assert.All(
        [new SegmentLimits { Steps = 2 }, new SegmentLimits { Turns = 70 }, new SegmentLimits { Weights = 10 }],
        limits => Assert.Equal(LeaseOutcome.Undecided, SmallSelfPlay.Replay(_small.Claim(0), _small.Files(0), limits: limits).Outcome));

    [Fact]
    public void Damaged_evidence_is_refused_and_never_an_exception()
    {
        var (good, damaged) = (File.ReadAllBytes(_small.Evidence(1)), _small.File("damaged"));
        FuzzRun.Over([good], 60, bytes =>
        {
            File.WriteAllBytes(damaged, bytes);
            var finding = SmallSelfPlay.Replay(_small.Claim(1), _small.Files(1) with { Evidence = damaged });
            var expected = bytes.AsSpan().SequenceEqual(good) ? LeaseOutcome.Same : Newer.Is(finding.Reason) ? LeaseOutcome.Undecided : LeaseOutcome.Different;
            Assert.Equal(expected, finding.Outcome);
        });
    }

    [Fact]
    public void A_trainer_and_a_verifier_come_to_the_same_state_after_every_iteration()
    {
        foreach (var (segment, steps) in (ReadOnlySpan<(int, int)>)[(0, 0), (0, 1), (0, 2), (1, 0), (1, 2)])
        {
            Assert.Equal(_small.Moment(_small.Trainer(segment, steps)).Hash(), _small.Moment(_small.Verifier(segment, steps)).Hash());
        }
    }

    [Fact]
    public void A_referee_decides_by_one_iteration_who_is_right()
    {
        var (claim, files) = (_small.Claim(1), _small.Files(1));
        var (one, two) = (_small.Verifier(1, 1), _small.Verifier(1, 2));
        var moment = _small.Moment(two);
        var forged = _small.Save("forged", moment with { Training = moment.Training with { Weights = [.. moment.Training.Weights.Select(weight => weight * 1.001f)] } });

        Assert.Equal(LeaseWord.Agree, Compare(claim, files, (one, _small.Trainer(1, 1)), 1, claim.Class));
        Assert.Equal(LeaseWord.Disagree, Compare(claim, files, (forged, two), 2, claim.Class));
        Assert.Equal(LeaseWord.Undecided, Compare(claim, files, (forged, two), 2, "another"));
        Assert.Equal(LeaseWord.ForChallenger, Compare(claim, files, (files.Base, two), 2, claim.Class));
        Assert.Equal(LeaseWord.ForTrainer, Compare(claim, files, (two, one), 2, claim.Class));
        Assert.Equal(LeaseOutcome.Same, MakeStep(claim, files, 1, one, two));
        Assert.Equal(LeaseOutcome.Same, MakeStep(claim, files, 2, two, null));
        Assert.Equal(LeaseOutcome.Same, MakeStep(claim, files, 0, null, one));
        Assert.Equal(LeaseOutcome.Different, MakeStep(claim, files, 1, one, forged));
        Assert.Equal(LeaseOutcome.Different, MakeStep(claim, files, 2, forged, null));
        Assert.Equal(LeaseOutcome.Different, MakeStep(claim, files, 1, one, files.Base));
    }

    [Fact]
    public void A_base_of_another_network_is_refused() =>
        Assert.Throws<ArtifactFormatException>(() => _small.Training(recipe: SmallSelfPlay.Recipe with { Network = new() }));

    public void Dispose() => _small.Dispose();

    private static LeaseWord Compare(LeaseClaim claim, LeaseFiles files, (string Trainer, string Challenger) states, int steps, string key) =>
        SmallSelfPlay.With(replay => new LeaseReferee(replay).Compare(claim, files, steps, states, key).Word);

    private static LeaseOutcome MakeStep(LeaseClaim claim, LeaseFiles files, int steps, string? before, string? after) =>
        SmallSelfPlay.With(replay => new LeaseReferee(replay).MakeStep(claim, files, steps, before, after, CancellationToken.None).Outcome);

    private void Different(string reason, LeaseClaim claim, LeaseFiles files, ulong? lessonsOf = null)
    {
        var told = lessonsOf is null ? claim : claim with
        {
            Marks = [.. claim.Marks.Select((mark, segment) => mark with { Lessons = new SelfPlayCourse(_small.Base, SmallSelfPlay.Recipe, claim.Terms).LessonsOf(segment) })],
        };
        var finding = SmallSelfPlay.Replay(told, files);
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
        Assert.Equal(LeaseOutcome.Different, finding.Outcome);
    }

    private string OtherUpdate()
    {
        var change = new float[_small.Base.Weights.Length];
        change[3] = 0.5f;
        using var codec = new UpdateCodec();
        File.WriteAllBytes(_small.File("other-update"), codec.Encode(change, new UpdateOptions(UpdateFormat.I8), _small.Base.Hash));
        return _small.File("other-update");
    }

    private sealed class Immediate(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
