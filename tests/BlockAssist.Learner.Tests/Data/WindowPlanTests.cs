using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Tests.Data;

public sealed class WindowPlanTests
{
    private static readonly DemonstrationSet Set = new(
        [new Demonstration("a", 0, "1", "", 50), new Demonstration("b", 0, "2", "", 3), new Demonstration("c", 1, "1", "", 200)]);

    [Fact]
    public void A_step_has_the_same_windows_whatever_was_asked_before()
    {
        var (plan, again) = (new WindowPlan(Set, 10, 6, seed: 5), new WindowPlan(Set, 10, 6, seed: 5));
        var forwards = Enumerable.Range(0, 30).Select(plan.Of).ToArray();

        for (var step = 29; step >= 0; step--)
        {
            Assert.Equal(forwards[step], again.Of(step));
        }
    }

    [Fact]
    public void Other_steps_and_other_seeds_have_other_windows()
    {
        var windows = from seed in Enumerable.Range(0, 5)
                      from step in Enumerable.Range(0, 40)
                      select string.Join(' ', new WindowPlan(Set, 10, 6, (ulong)seed).Of(step));

        Assert.Equal(200, windows.Distinct().Count());
    }

    [Fact]
    public void Windows_lie_in_their_demonstrations_which_come_by_length_and_turned_all_ways()
    {
        var plan = new WindowPlan(Set, 10, 8, seed: 1);

        var windows = Enumerable.Range(0, 500).SelectMany(plan.Of).ToArray();

        Assert.All(windows, window => Assert.InRange(window.Start, 0, Math.Max(window.Demonstration.Turns - 10, 0)));
        Assert.Equal(Symmetry.Count, windows.Select(window => window.Symmetry).Distinct().Count());
        Assert.All(Set.Demonstrations, one =>
            Assert.InRange(windows.Count(window => window.Demonstration == one) / (double)windows.Length, (one.Turns / 253.0) - 0.04, (one.Turns / 253.0) + 0.04));
    }

    [Fact]
    public void Windows_stay_as_they_are_if_that_is_wanted() =>
        Assert.All(Enumerable.Range(0, 20).SelectMany(new WindowPlan(Set, 10, 8, seed: 1, turned: false).Of), window => Assert.Equal(Symmetry.Identity, window.Symmetry));

    [Fact]
    public void Every_turn_of_a_set_is_found_in_its_demonstration()
    {
        var found = Enumerable.Range(0, Set.Turns).Select(Set.At).ToArray();

        var expected = Set.Demonstrations.SelectMany(one => Enumerable.Range(0, one.Turns).Select(turn => (one, turn)));
        Assert.Equal(expected, found);
        Assert.Throws<ArgumentOutOfRangeException>(() => Set.At(Set.Turns));
    }
}
