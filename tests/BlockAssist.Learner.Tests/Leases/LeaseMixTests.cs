using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using CsCheck;

namespace BlockAssist.Learner.Tests.Leases;

/// <summary>Windows are chosen by turns: what share of the turns is others' is what share of the windows is.</summary>
public sealed class LeaseMixTests
{
    private const string Foreign = "foreign";

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    public void The_share_is_what_it_should_be_and_no_clip_is_left_out(double share) => Gen.Select(Gen.Int[1500, 6000].Array[1, 12], Gen.Int[60, 256].Array[1, 64]).Sample(
        (own, foreign) =>
        {
            var mix = LeaseMix.Of(Set("own", own), Set(Foreign, foreign), share);

            Assert.InRange(ShareOf(mix), share - 0.05, share + 0.05);
            Assert.Equal(own.Length + foreign.Length, mix.Demonstrations.Distinct().Count());
            Assert.Equal(mix.Demonstrations, LeaseMix.Of(Set("own", own), Set(Foreign, foreign), share).Demonstrations);
        },
        iter: 200);

    [Fact]
    public void Six_to_two_is_a_quarter()
    {
        var mix = LeaseMix.Of(Set("own", 6000), Set(Foreign, [.. Enumerable.Repeat(250, 8)]), 0.25);

        Assert.Equal(0.25, ShareOf(mix));
        Assert.Equal(9, mix.Demonstrations.Count);
    }

    [Fact]
    public void Clips_that_are_few_are_there_several_times_and_own_play_is_where_clips_are_many()
    {
        var few = LeaseMix.Of(Set("own", 10_000), Set(Foreign, 100), 0.25);
        var many = LeaseMix.Of(Set("own", 1000), Set(Foreign, [.. Enumerable.Repeat(256, 64)]), 0.25);

        Assert.Equal(33, few.Demonstrations.Count(IsForeign));
        Assert.Equal(50, many.Demonstrations.Count(one => !IsForeign(one)));
        Assert.InRange(ShareOf(many), 0.245, 0.255);
    }

    [Fact]
    public void Where_there_is_only_one_kind_that_is_all_and_a_share_of_nothing_switches_it_off()
    {
        var (own, foreign, nothing) = (Set("own", 100), Set(Foreign, 100), new DemonstrationSet([]));

        Assert.Same(own, LeaseMix.Of(own, nothing, 0.25));
        Assert.Same(own, LeaseMix.Of(own, foreign, 0));
        Assert.Same(foreign, LeaseMix.Of(nothing, foreign, 0.25));
        Assert.Equal(0, LeaseMix.Of(nothing, foreign, 0).Turns);
    }

    [Fact]
    public void However_much_there_is_a_manifest_has_room_for_it()
    {
        var own = Set("own", [.. Enumerable.Repeat(1, LeaseManifest.MaxLines)]);
        var vast = Set("own", int.MaxValue - 10);

        Assert.InRange(LeaseMix.Of(own, Set(Foreign, [.. Enumerable.Repeat(1, 64)]), 0.75).Demonstrations.Count, 1, LeaseManifest.MaxLines);
        Assert.InRange(LeaseMix.Of(vast, Set(Foreign, 256), 0.75).Turns, 1, int.MaxValue);
        Assert.InRange(LeaseMix.Of(Set("own", 1), Set(Foreign, [.. Enumerable.Repeat(256, 64)]), 0.25).Turns, 1, 1000);
    }

    private static DemonstrationSet Set(string name, params int[] turns) => new([.. turns.Select((count, number) => new Demonstration($"{name}-{number}", 0, "", "", count))]);

    private static bool IsForeign(Demonstration one) => one.Path.StartsWith(Foreign, StringComparison.Ordinal);

    private static double ShareOf(DemonstrationSet set) => set.Demonstrations.Where(IsForeign).Sum(one => (double)one.Turns) / set.Turns;
}
