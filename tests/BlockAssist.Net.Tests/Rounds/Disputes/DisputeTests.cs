using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Tests.Rounds.Disputes;

public sealed class DisputeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // States are numbers; the one who lies is off from a step on. Steps 1 to 64, and every step at which one may begin to lie.
    [Fact]
    public void The_step_at_which_somebody_began_to_lie_is_found_and_the_liar_loses()
    {
        for (var steps = 1; steps <= 64; steps++)
        {
            for (var lie = 1; lie <= steps; lie++)
            {
                foreach (var liar in Enum.GetValues<DisputeSide>())
                {
                    var (over, questions, judged) = Settle(steps, lie, liar);

                    Assert.Equal(liar, over.Loser);
                    Assert.Equal(lie - 1, judged.Step);
                    Assert.InRange(questions, (int)Math.Floor(Math.Log2(steps)), (int)Math.Ceiling(Math.Log2(steps)));
                }
            }
        }
    }

    [Theory]
    [InlineData(DisputeSide.Trainer)]
    [InlineData(DisputeSide.Challenger)]
    public void Who_is_silent_has_lost(DisputeSide silent)
    {
        var dispute = Begin(8);
        var other = silent == DisputeSide.Trainer ? DisputeSide.Challenger : DisputeSide.Trainer;
        dispute.Show(other, 4, StateOf(4, 0));

        Assert.IsType<ShowStates>(After(dispute, Patience - TimeSpan.FromSeconds(1)));
        Assert.Equal(Some.Noon + Patience, dispute.Due);
        Assert.Equal(new DisputeOver(silent), After(dispute, Patience));
    }

    [Fact]
    public void Who_is_given_more_time_is_waited_for_longer()
    {
        var dispute = Begin(8);
        dispute.Lengthen(Patience);

        Assert.IsType<ShowStates>(After(dispute, Patience));
        Assert.IsType<DisputeOver>(After(dispute, Patience + Patience));
    }

    [Fact]
    public void Where_both_are_silent_the_claim_does_not_stand() =>
        Assert.Equal(new DisputeOver(DisputeSide.Trainer), After(Begin(8), Patience + Patience));

    [Fact]
    public void Nobody_waits_for_two_who_have_shown_their_states()
    {
        var dispute = Begin(8);
        dispute.Show(DisputeSide.Trainer, 4, StateOf(4, 0));
        dispute.Show(DisputeSide.Challenger, 4, StateOf(4, 1));

        Assert.Null(dispute.Due);
        Assert.IsType<CompareStates>(After(dispute, TimeSpan.FromDays(1)));
    }

    [Fact]
    public void Who_finds_fault_with_the_evidence_is_asked_for_no_states()
    {
        var dispute = new Dispute(8, ReplaySubject.Evidence, Patience, Some.Noon);

        Assert.Equal(new JudgeSegment(ReplaySubject.Evidence), dispute.Task);
        Assert.True(dispute.Rule(Ruling.ForChallenger, Some.Noon));
        Assert.Equal(new DisputeOver(DisputeSide.Trainer), dispute.Task);
    }

    [Fact]
    public void States_that_cannot_be_compared_leave_the_whole_segment_to_the_referee()
    {
        var dispute = Begin(8);
        dispute.Show(DisputeSide.Trainer, 4, StateOf(4, 0));
        dispute.Show(DisputeSide.Challenger, 4, StateOf(4, 1));
        dispute.Rule(Ruling.Undecided, Some.Noon);

        Assert.Equal(new JudgeSegment(ReplaySubject.Steps), dispute.Task);
        dispute.Rule(Ruling.Undecided, Some.Noon);
        Assert.Equal(new DisputeOver(null), dispute.Task);
    }

    [Theory]
    [InlineData(Ruling.ForTrainer, DisputeSide.Challenger)]
    [InlineData(Ruling.ForChallenger, DisputeSide.Trainer)]
    public void Who_shows_what_cannot_be_read_has_lost(Ruling ruling, DisputeSide loser)
    {
        var dispute = Begin(8);
        dispute.Show(DisputeSide.Trainer, 4, StateOf(4, 0));
        dispute.Show(DisputeSide.Challenger, 4, StateOf(4, 1));
        dispute.Rule(ruling, Some.Noon);

        Assert.Equal(new DisputeOver(loser), dispute.Task);
        Assert.False(dispute.Rule(Ruling.Agree, Some.Noon));
    }

    [Fact]
    public void What_nobody_asked_for_and_second_words_change_nothing()
    {
        var dispute = Begin(8);
        dispute.Show(DisputeSide.Trainer, 3, StateOf(3, 0));
        dispute.Show(DisputeSide.Trainer, 4, StateOf(4, 0));
        dispute.Show(DisputeSide.Trainer, 4, StateOf(4, 9));
        Assert.False(dispute.Rule(Ruling.ForChallenger, Some.Noon));

        Assert.Equal(new ShowStates(4), dispute.Task);
        Assert.True(dispute.Show(DisputeSide.Challenger, 4, StateOf(4, 1)));
        Assert.Equal(new CompareStates(4, StateOf(4, 0), StateOf(4, 1)), dispute.Task);
    }

    private static (DisputeOver Over, int Questions, MakeStep Judged) Settle(int steps, int lie, DisputeSide liar)
    {
        var (now, questions, judged) = (Some.Noon, 0, (MakeStep?)null);
        var dispute = Begin(steps);
        while (dispute.Task is not DisputeOver)
        {
            switch (dispute.Task)
            {
                case ShowStates ask:
                    questions++;
                    dispute.Show(DisputeSide.Challenger, ask.Step, Of(DisputeSide.Challenger, ask.Step));
                    dispute.Show(DisputeSide.Trainer, ask.Step, Of(DisputeSide.Trainer, ask.Step));
                    break;
                case CompareStates states: dispute.Rule(states.Trainer == states.Challenger ? Ruling.Agree : Ruling.Disagree, now); break;
                case MakeStep step:
                    judged = step;
                    Assert.Equal(step.Step == 0 ? null : (BlobId?)StateOf(step.Step, 0), step.From);
                    Assert.Equal(step.Step == steps - 1 ? null : (BlobId?)Of(DisputeSide.Trainer, step.Step + 1), step.To);
                    dispute.Rule((step.To ?? Of(DisputeSide.Trainer, steps)) == StateOf(step.Step + 1, 0) ? Ruling.ForTrainer : Ruling.ForChallenger, now);
                    break;
                default: Assert.Fail("no such task"); break;
            }
        }

        return ((DisputeOver)dispute.Task, questions, judged!);

        BlobId Of(DisputeSide side, int step) => StateOf(step, side == liar && step >= lie ? 1 : 0);
    }

    private static Dispute Begin(int steps) => new(steps, ReplaySubject.Steps, Patience, Some.Noon);

    private static DisputeTask After(Dispute dispute, TimeSpan time)
    {
        dispute.Wait(Some.Noon + time);
        return dispute.Task;
    }

    private static BlobId StateOf(int step, int lie) => BlobId.Of([(byte)step, (byte)lie]);
}
