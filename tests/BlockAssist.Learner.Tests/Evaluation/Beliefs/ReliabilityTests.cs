using BlockAssist.Learner.Evaluation.Beliefs;

namespace BlockAssist.Learner.Tests.Evaluation.Beliefs;

public sealed class ReliabilityTests
{
    [Fact]
    public void Who_is_right_as_often_as_said_makes_no_error()
    {
        var reliability = new Reliability();
        for (var i = 0; i < 100; i++)
        {
            reliability.Add(0.75f, isRight: i % 4 != 0);
            reliability.Add(0.25f, isRight: i % 4 == 0);
        }

        Assert.Equal(0, reliability.Error()!.Value, 1e-9);
    }

    [Fact]
    public void The_error_is_the_distance_of_said_and_true_weighed_by_how_often_it_was_said()
    {
        var (reliability, more) = (new Reliability(), new Reliability());
        for (var i = 0; i < 30; i++)
        {
            reliability.Add(0.95f, isRight: i < 15);
        }

        for (var i = 0; i < 10; i++)
        {
            more.Add(0.1f, isRight: i == 0);
        }

        reliability.Add(more);

        Assert.Equal(40, reliability.Count);
        Assert.Equal(0.75 * 0.45, reliability.Error()!.Value, 1e-6);
    }

    [Fact]
    public void Where_nothing_was_said_there_is_no_error() => Assert.Null(new Reliability().Error());
}
