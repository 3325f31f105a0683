using BlockAssist.Learner.Reinforcement;

namespace BlockAssist.Learner.Tests.Reinforcement;

public sealed class AdvantagesTests
{
    private static readonly float[] Rewards = [1, 0, 2];
    private static readonly float[] Values = [0.5f, 1, 1.5f];

    [Fact]
    public void They_are_what_a_hand_comes_to()
    {
        // Surprises: 1 + 0.5·1 − 0.5 = 1; 0 + 0.5·1.5 − 1 = −0.25; 2 + 0.5·2 − 1.5 = 1.5; each later one counts a quarter.
        Assert.Equal([1.03125f, 0.125f, 1.5f], Of(after: 2, discount: 0.5, trace: 0.5));
    }

    [Fact]
    public void Without_a_trace_they_are_the_surprises_alone() => Assert.Equal([1f, -0.25f, 1.5f], Of(after: 2, discount: 0.5, trace: 0));

    [Fact]
    public void With_a_whole_trace_they_are_what_came_less_what_was_foreseen() => Assert.Equal([3 + 2 - 0.5f, 2 + 2 - 1f, 2 + 2 - 1.5f], Of(after: 2, discount: 1, trace: 1));

    [Fact]
    public void Where_nothing_comes_after_nothing_is_foreseen() => Assert.Equal(0.5f, Of(after: 0, discount: 0.5, trace: 0.5)[2]);

    [Fact]
    public void Normalised_those_that_count_have_mean_0_and_deviation_1()
    {
        float[][] advantages = [[1, 2, 1000], [3, 6]];
        bool[][] counted = [[true, true, false], [true, true]];

        Advantages.Normalise(advantages, counted);

        float[] all = [.. advantages[0][..2], .. advantages[1]];
        Assert.Equal(0, all.Average(), 5);
        Assert.Equal(1, all.Average(each => (double)each * each), 5);
        Assert.True(advantages[0][0] < advantages[0][1]);
    }

    private static float[] Of(float after, double discount, double trace)
    {
        var advantages = new float[3];
        Advantages.Estimate(Rewards, Values, after, discount, trace, advantages);
        return advantages;
    }
}
