using BlockAssist.Net.Merging;

namespace BlockAssist.Net.Tests.Merging;

public sealed class OuterStepTests
{
    // By hand, rate 0.5, momentum 0.5: m = 2, θ += 0.5·(2 + 0.5·2) = 1.5; then m = 0.5·2 + 4 = 5, θ += 0.5·(4 + 0.5·5) = 3.25.
    [Fact]
    public void Two_rounds_come_to_what_the_formula_says()
    {
        var (step, state, weights) = (new OuterStep(0.5, 0.5), new float[1], new float[] { 10 });

        step.Apply([2], state, weights);
        Assert.Equal((2, 11.5f), (state[0], weights[0]));

        step.Apply([4], state, weights);
        Assert.Equal((5, 14.75f), (state[0], weights[0]));
    }

    [Fact]
    public void Without_momentum_at_rate_1_it_adds_the_change()
    {
        var (state, weights) = (new float[3], new float[] { 1, 2, 3 });

        new OuterStep(1, 0).Apply([1, -1, 0.5f], state, weights);

        Assert.Equal([2, 1, 3.5f], weights);
    }

    [Fact]
    public void What_it_would_change_is_what_it_changes_and_leaves_the_momentum_as_it_was()
    {
        foreach (var step in OuterStep.Tried)
        {
            var (state, weights) = (new float[] { 0.5f, -2 }, new float[2]);

            var change = step.ChangeOf([1, 3], state);
            Assert.Equal([0.5f, -2], state);
            step.Apply([1, 3], state, weights);

            Assert.Equal(weights, change);
        }

        Assert.Equal(OuterStep.Tried.Count, OuterStep.Tried.Distinct().Count());
    }

    [Fact]
    public void Model_and_momentum_are_as_long_as_the_change()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OuterStep(0.7, 0.9).Apply([1], new float[2], new float[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OuterStep(0.7, 0.9).Apply([1], new float[1], new float[2]));
    }
}
