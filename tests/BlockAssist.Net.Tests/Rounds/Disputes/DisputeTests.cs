using BlockAssist.Net.Blobs;
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

        Assert.IsType<ShowStates>(dispute.Wait(Some.Noon + Patience));
        Assert.Equal(new DisputeOver(silent), dispute.Wait(Some.Noon + Patience + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Where_both_are_silent_the_claim_does_not_stand() =>
        Assert.Equal(new DisputeOver(DisputeSide.Trainer), Begin(8).Wait(Some.Noon + Patience + Patience));

    [Fact]
    public void Where_the_referee_comes_to_neither_the_claim_does_not_stand_either() =>
        Assert.Equal(new DisputeOver(DisputeSide.Trainer), Begin(1).Judged(null));

    [Fact]
    public void What_nobody_asked_for_and_second_words_change_nothing()
    {
        var dispute = Begin(8);
        dispute.Show(DisputeSide.Trainer, 3, StateOf(3, 0));
        dispute.Show(DisputeSide.Trainer, 4, StateOf(4, 0));
        dispute.Show(DisputeSide.Trainer, 4, StateOf(4, 9));
        dispute.Judged(DisputeSide.Challenger);
        dispute.Compared(true, Some.Noon);

        Assert.Equal(new ShowStates(4), dispute.Task);
        Assert.Equal(new CompareStates(4, StateOf(4, 0), StateOf(4, 1)), dispute.Show(DisputeSide.Challenger, 4, StateOf(4, 1)));
    }

    private static (DisputeOver Over, int Questions, MakeStep Judged) Settle(int steps, int lie, DisputeSide liar)
    {
        var (now, questions, judged) = (Some.Noon, 0, (MakeStep?)null);
        var dispute = new Dispute(steps, StateOf(0, 0), Of(DisputeSide.Trainer, steps), Of(DisputeSide.Challenger, steps), Patience, now);
        while (dispute.Task is not DisputeOver)
        {
            switch (dispute.Task)
            {
                case ShowStates ask:
                    questions++;
                    dispute.Show(DisputeSide.Challenger, ask.Step, Of(DisputeSide.Challenger, ask.Step));
                    dispute.Show(DisputeSide.Trainer, ask.Step, Of(DisputeSide.Trainer, ask.Step));
                    break;
                case CompareStates states: dispute.Compared(states.Trainer == states.Challenger, now); break;
                case MakeStep step:
                    judged = step;
                    var right = StateOf(step.Step + 1, 0);
                    dispute.Judged(step.Trainer == right ? DisputeSide.Trainer : step.Challenger == right ? DisputeSide.Challenger : null);
                    break;
                default: Assert.Fail("no such task"); break;
            }
        }

        return ((DisputeOver)dispute.Task, questions, judged!);

        BlobId Of(DisputeSide side, int step) => StateOf(step, side == liar && step >= lie ? 1 : 0);
    }

    private static Dispute Begin(int steps) => new(steps, StateOf(0, 0), StateOf(steps, 0), StateOf(steps, 1), Patience, Some.Noon);

    private static BlobId StateOf(int step, int lie) => BlobId.Of([(byte)step, (byte)lie]);
}
