using BlockAssist.Cli.Swarm.Studies.Learning;

namespace BlockAssist.Cli.Tests.Swarm.Studies;

public sealed class LiarsTests
{
    private static readonly float[][] Learnt = [[1, 0, 2], [3, 0, 2], [2, 3, 1]];

    [Fact]
    public void Honest_peers_send_what_they_learnt() => Assert.Equal(Learnt, Send(Lie.None, liars: 0));

    [Fact]
    public void The_opposite_is_that() => Assert.Equal([-2, -3, -1], Send(Lie.Opposite)[2]);

    [Fact]
    public void A_share_of_the_opposite_is_of_the_honest_mean() => Assert.Equal([-1, 0, -1], Send(Lie.InnerProduct)[2]);

    [Fact]
    public void What_is_hidden_lies_within_the_spread() => Assert.Equal([1.5f, 0, 2], Send(Lie.Hidden)[2]);

    [Fact]
    public void One_direction_stays_and_is_as_long_as_others()
    {
        var liars = new Liars(Plan(Lie.OneDirection, 1), 3);

        var (first, second) = (liars.Send(Learnt, 0)[2], liars.Send(Learnt, 1)[2]);

        Assert.Equal(first, second);
        Assert.Equal((Length(Learnt[0]) + Length(Learnt[1])) / 2, Length(first), 4);
    }

    [Fact]
    public void What_is_delayed_is_of_three_rounds_ago()
    {
        var liars = new Liars(Plan(Lie.Delayed, 1), 3);
        for (var round = 0; round < 5; round++)
        {
            float[][] learnt = [[1, 1, 1], [1, 1, 1], [round, 0, 0]];
            Assert.Equal([Math.Max(0, round - 3), 0, 0], liars.Send(learnt, round)[2]);
        }
    }

    [Fact]
    public void A_copy_is_nearly_what_another_sends()
    {
        var copy = Send(Lie.Copy)[2];

        Assert.NotEqual(Learnt[0], copy);
        Assert.All(copy.Zip(Learnt[0]), one => Assert.Equal(one.Second, one.First, 0.1f));
    }

    [Fact]
    public void Who_is_found_out_sends_nothing_any_more()
    {
        var liars = new Liars(Plan(Lie.Opposite, 1) with { FoundOut = 1 }, 3);

        Assert.Equal(2, liars.Send(Learnt, 0).Count);
        Assert.Equal(2, liars.Send(Learnt, 1).Count);
    }

    private static IReadOnlyList<float[]> Send(Lie lie, int liars = 1) => new Liars(Plan(lie, liars), 3).Send(Learnt, 0);

    private static SwarmLearning Plan(Lie lie, int liars) => new()
    {
        Peers = 3,
        Steps = 1,
        Rounds = 5,
        Seed = 1,
        Lie = lie,
        Liars = liars,
    };

    private static double Length(float[] numbers) => Math.Sqrt(numbers.Sum(number => number * number));
}
