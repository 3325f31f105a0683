using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Tests.Monitoring;

public sealed class NodeHealthTests
{
    private const long Enough = 10L << 30;

    private static readonly TimeSpan Old = TimeSpan.FromHours(5);
    private static readonly NodeMoment Well = new(StatusIn(round: 3), new VitalCounts()) { HasBegun = true, SinceAnswer = TimeSpan.FromSeconds(20), SinceNews = TimeSpan.FromSeconds(25) };

    [Fact]
    public void A_node_that_reaches_its_hub_and_moves_is_healthy_and_ready()
    {
        var health = NodeHealth.Of(Well, Old, Enough);

        Assert.True(health is { Healthy: true, Ready: true, IsAlive: true }, $"{health}");
        Assert.Equal(["hub", "beat", "training", "disk"], health.Checks.Select(check => check.Name));
    }

    [Fact]
    public void A_hub_that_is_away_is_no_reason_to_start_the_node_anew()
    {
        var health = NodeHealth.Of(Well with { SinceAnswer = TimeSpan.FromMinutes(40) }, Old, Enough);

        Assert.Equal((false, false, true), (health.Healthy, health.Ready, health.IsAlive));
        Assert.Equal("hub", Assert.Single(health.Checks, check => !check.Ok).Name);
    }

    [Fact]
    public void A_node_that_has_just_begun_is_given_time_to_find_its_hub()
    {
        var begun = new NodeMoment(null, new VitalCounts()) { SinceNews = TimeSpan.FromSeconds(30) };

        Assert.Equal((true, false), (Of(begun, TimeSpan.FromSeconds(30)).Healthy, Of(begun, TimeSpan.FromSeconds(30)).Ready));
        Assert.False(Of(begun, TimeSpan.FromMinutes(4)).Healthy);

        static NodeHealth Of(NodeMoment moment, TimeSpan age) => NodeHealth.Of(moment, age, Enough);
    }

    [Fact]
    public void A_node_that_has_found_no_swarm_is_not_ready() =>
        Assert.False(NodeHealth.Of(Well with { Status = StatusIn(round: 0) }, Old, Enough).Ready);

    [Fact]
    public void A_node_that_neither_hears_nor_says_anything_does_not_live()
    {
        var silent = Well with { SinceAnswer = TimeSpan.FromMinutes(6), SinceNews = TimeSpan.FromMinutes(6) };

        Assert.False(NodeHealth.Of(silent, Old, Enough).IsAlive);
        Assert.True(NodeHealth.Of(silent with { SinceNews = TimeSpan.FromSeconds(30) }, Old, Enough).IsAlive);
        Assert.True(NodeHealth.Of(silent with { SinceAnswer = TimeSpan.FromSeconds(30) }, Old, Enough).IsAlive);
    }

    [Theory]
    [InlineData(9, 0, true)]
    [InlineData(11, 0, false)]
    [InlineData(11, 4, true)]
    [InlineData(13, 4, false)]
    public void Training_that_stands_still_is_told_by_how_long_a_segment_took_before(int since, int longest, bool ok)
    {
        var training = Well with { SinceStep = TimeSpan.FromMinutes(since), LongestStep = TimeSpan.FromMinutes(longest) };

        Assert.Equal((ok, ok), (NodeHealth.Of(training, Old, Enough).Healthy, NodeHealth.Of(training, Old, Enough).IsAlive));
    }

    [Fact]
    public void A_full_disk_is_told_and_one_of_which_nothing_is_known_is_not()
    {
        Assert.False(NodeHealth.Of(Well, Old, 100 << 20).Healthy);
        Assert.True(NodeHealth.Of(Well, Old, 100 << 20).IsAlive);
        Assert.True(NodeHealth.Of(Well, Old, freeBytes: null).Healthy);
    }

    private static NodeStatus StatusIn(ulong round) =>
        new() { Process = 1, Since = DateTimeOffset.UnixEpoch, At = DateTimeOffset.UnixEpoch, Network = "home", Peer = "p", Round = round };
}
