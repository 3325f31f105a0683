using BlockAssist.Net.Merging;
using BlockAssist.Net.Merging.Bench;

namespace BlockAssist.Net.Tests.Merging;

public sealed class MergeRuleTests
{
    // Not a multiple of sixteen: the last weights go another way.
    private const int Length = 1003;

    private static readonly float[] Truth = SomeUpdates.Truth(Length);

    public static TheoryData<string> Names => [.. MergeRules.All().Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_updates_that_are_all_the_same_comes_just_that(string name)
    {
        var merged = SomeUpdates.Merge(RuleOf(name), [.. Enumerable.Repeat(new PeerUpdate(Truth), 6)]);

        Assert.InRange(MergeCase.ErrorOf(merged, Truth), 0, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_update_alone_is_the_merge(string name) =>
        Assert.InRange(MergeCase.ErrorOf(SomeUpdates.Merge(RuleOf(name), [new PeerUpdate(Truth, 0.3)]), Truth), 0, 1e-6);

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_the_same_merge_comes_to_the_same_bits(string name)
    {
        var rule = RuleOf(name);
        var first = SomeUpdates.Merge(rule, SomeUpdates.Honest(9, Truth));
        SomeUpdates.Merge(rule, SomeUpdates.Honest(4, Truth, seed: 9));

        Assert.Equal(first, SomeUpdates.Merge(rule, SomeUpdates.Honest(9, Truth)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_asks_for_updates_of_one_length_and_for_somebody_who_counts(string name)
    {
        var merged = new float[Length];

        Assert.ThrowsAny<ArgumentException>(() => RuleOf(name).Merge([], merged));
        Assert.ThrowsAny<ArgumentException>(() => RuleOf(name).Merge([new PeerUpdate(new float[Length - 1])], merged));
        Assert.ThrowsAny<ArgumentException>(() => RuleOf(name).Merge([new PeerUpdate(Truth, 0)], merged));
        Assert.ThrowsAny<ArgumentException>(() => RuleOf(name).Merge([new PeerUpdate(Truth, -1), new PeerUpdate(Truth, 2)], merged));
    }

    [Fact]
    public void The_mean_counts_by_weight()
    {
        var merged = SomeUpdates.Merge(new WeightedMean(), [new PeerUpdate(new float[] { 1, 0 }, 3), new PeerUpdate(new float[] { 5, 8 }, 1)]);

        Assert.Equal([2, 2], merged);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(33)]
    public void Median_and_trimmed_mean_are_those_of_each_weight_by_itself(int peers)
    {
        var updates = SomeUpdates.Honest(peers, Truth);
        var (median, trimmed) = (SomeUpdates.Merge(new CoordinateMedian(), updates), SomeUpdates.Merge(new TrimmedMean(0.2), updates));

        var cut = Math.Min(Math.Max((int)Math.Ceiling(0.2 * peers), 1), (peers - 1) / 2);
        for (var weight = 0; weight < Length; weight++)
        {
            float[] sorted = [.. updates.Select(update => update.Change.Span[weight]).Order()];
            Assert.Equal((sorted[(peers - 1) / 2] + sorted[peers / 2]) / 2, median[weight], 1e-5f);
            Assert.Equal(sorted[cut..^cut].Average(), trimmed[weight], 1e-5f);
        }
    }

    [Fact]
    public void The_clipped_mean_is_that_of_its_formula()
    {
        var updates = SomeUpdates.Honest(7, Truth, noise: 1).Select((update, peer) => update with { Weight = 1 + peer }).ToList();
        updates.Add(new PeerUpdate(Array.ConvertAll(Truth, number => -20 * number), 3));
        var rule = new CenteredClip(steps: 20);

        var merged = SomeUpdates.Merge(rule, updates);

        var centre = NaiveCenteredClip.Of(updates, steps: 20);
        Assert.InRange(MergeCase.ErrorOf(merged, centre), 0, 1e-5);
        Assert.True(rule.Distances[7] > 5 * rule.Reach && rule.Distances[0] < 2 * rule.Reach);
    }

    [Theory]
    [InlineData(3, "lies are as large as what honest ones learnt, the other way")]
    [InlineData(7, "lies are as large as what honest ones learnt, the other way")]
    [InlineData(3, "lies are immense")]
    [InlineData(7, "lies are immense")]
    public void With_up_to_seven_of_sixteen_who_lie_the_clipped_mean_stays_near_the_truth_and_the_mean_does_not(int liars, string how)
    {
        var size = how.EndsWith("immense", StringComparison.Ordinal) ? -1e6f : -1f;
        var some = new MergeCase(16, Truth, 0.5, new NormalNumbers(2));
        var updates = some.WithLiars(liars, size);

        var (clipped, mean) = (some.ErrorOf(SomeUpdates.Merge(new CenteredClip(), updates)), some.ErrorOf(SomeUpdates.Merge(new WeightedMean(), updates)));

        Assert.InRange(clipped, 0, liars == 3 ? 0.3 : 0.8);
        Assert.True(mean > clipped + 0.03, $"mean {mean}, clipped {clipped}");
    }

    [Theory]
    [InlineData(1, "mean")]
    [InlineData(2, "mean")]
    [InlineData(3, "median")]
    [InlineData(4, "median")]
    [InlineData(5, "centered clip")]
    [InlineData(1000, "centered clip")]
    public void The_rule_goes_by_how_many_there_are(int peers, string name) => Assert.Equal(name, MergeRules.For(peers).Name);

    private static IMergeRule RuleOf(string name) => MergeRules.All().Single(rule => rule.Name == name);
}
