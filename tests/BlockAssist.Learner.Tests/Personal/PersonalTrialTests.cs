using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Evaluation.Beliefs;
using BlockAssist.Learner.Personal;

namespace BlockAssist.Learner.Tests.Personal;

public sealed class PersonalTrialTests
{
    [Fact]
    public void Who_is_better_for_the_player_and_no_worse_for_others_passes()
    {
        var trial = PersonalTrial.Of(Pairs([400, 380, 300, 290], [390, 375, 280, 288]), Pairs([400, 300], [401, 299]));

        Assert.True(trial.IsPassed);
        Assert.Equal(9.25, trial.Sessions.Mean, 6);
        Assert.Equal(7, trial.Allowance, 6);
    }

    [Fact]
    public void Who_is_better_only_now_and_then_does_not_pass()
    {
        Assert.False(PersonalTrial.Of(Pairs([400, 380, 300, 290], [350, 390, 310, 300]), Pairs([400, 300], [400, 300])).IsPassed);
    }

    [Fact]
    public void Who_forgets_what_it_knew_of_others_does_not_pass()
    {
        Assert.False(PersonalTrial.Of(Pairs([400, 380], [350, 340]), Pairs([400, 300], [420, 310])).IsPassed);
    }

    [Fact]
    public void Who_surely_misjudges_what_the_player_keeps_does_not_pass()
    {
        var trial = PersonalTrial.Of(Pairs([400, 380, 300, 290], [390, 375, 280, 288]), Pairs([400, 300], [401, 299]));

        Assert.False((trial with { Fates = new Estimate(-0.2, -0.3, -0.1) }).IsPassed);
        Assert.True((trial with { Fates = new Estimate(-0.2, -0.5, 0.1) }).IsPassed);
        Assert.True((trial with { Fates = new Estimate(0.2, 0.1, 0.3) }).IsPassed);
    }

    [Fact]
    public void Nothing_learnt_is_nothing_gained()
    {
        var same = Pairs([400, 380, 300], [400, 380, 300]);

        Assert.False(PersonalTrial.Of(same, same).IsPassed);
    }

    [Fact]
    public void A_session_counts_by_stretches_not_by_moments()
    {
        var pairs = Pairs([10, 10, 10, 10, 10], [9, 8, 7, 6, 5]);

        Assert.Equal([1.5, 4], pairs.InStretches(2, BeliefPairs.Nats));
        Assert.Equal([1, 2, 3, 4, 5], pairs.InStretches(10, BeliefPairs.Nats));
        Assert.Equal([3], pairs.InStretches(1, BeliefPairs.Nats));
    }

    [Fact]
    public void Help_is_what_would_be_right_less_what_would_be_wrong_of_what_is_missing()
    {
        Assert.Equal(0.3, new MomentScore(1, Missing: 20, Sure: 10, Right: 8).Help, 9);
        Assert.Equal(0, new MomentScore(1, Missing: 0, Sure: 3, Right: 0).Help);
    }

    private static BeliefPairs Pairs(double[] playing, double[] candidate) => new([Moments(playing)], [Moments(candidate)]);

    private static MomentScore[] Moments(double[] nats) => Array.ConvertAll(nats, one => new MomentScore(one, 10, 2, 1));
}
