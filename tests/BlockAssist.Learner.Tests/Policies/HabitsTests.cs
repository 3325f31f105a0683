using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Tests.Policies;

public sealed class HabitsTests
{
    private readonly Habits _habits = new();

    [Fact]
    public void Of_a_stranger_nothing_else_is_expected_than_of_people()
    {
        var expected = Even();

        _habits.Adjust(expected);

        Assert.All(expected, one => Assert.Equal(-MathF.Log(ViewShape.Types), one, 1e-6f));
    }

    [Fact]
    public void What_somebody_always_does_is_expected_more_and_more()
    {
        var before = 0f;
        for (var turn = 0; turn < 100; turn++)
        {
            var expected = Even();
            _habits.Adjust(expected);
            Assert.True(expected[4] > before || turn == 0);
            before = expected[4];
            Live(4);
            Assert.Equal(1, expected.Sum(MathF.Exp), 1e-4f);
        }

        Assert.InRange(MathF.Exp(before), 0.9f, 1);
    }

    [Fact]
    public void What_follows_what_is_learnt()
    {
        int[] round = [1, 3, 3, 2];
        for (var turn = 0; turn < 400; turn++)
        {
            Live(round[turn % round.Length]);
        }

        foreach (var next in round)
        {
            var expected = Even();
            _habits.Adjust(expected);
            Assert.Equal(next, Array.IndexOf(expected, expected.Max()));
            _habits.Note(next);
        }
    }

    [Fact]
    public void What_is_forbidden_stays_impossible()
    {
        for (var turn = 0; turn < 50; turn++)
        {
            Live(4);
        }

        var expected = Even();
        expected[4] = -1e9f;
        _habits.Adjust(expected);

        Assert.Equal(0, MathF.Exp(expected[4]));
        Assert.Equal(1, expected.Sum(MathF.Exp), 1e-4f);
    }

    [Fact]
    public void A_turn_that_teaches_nothing_is_part_of_what_comes_before()
    {
        for (var turn = 0; turn < 20; turn++)
        {
            Live(5);
            _habits.Note(6);
            Live(7);
        }

        _habits.Note(5);
        _habits.Note(6);
        var expected = Even();
        _habits.Adjust(expected);

        Assert.Equal(7, Array.IndexOf(expected, expected.Max()));
    }

    [Fact]
    public void Another_person_is_a_stranger_again()
    {
        for (var turn = 0; turn < 50; turn++)
        {
            Live(4);
        }

        _habits.Reset();
        var expected = Even();
        _habits.Adjust(expected);

        Assert.All(expected, one => Assert.Equal(expected[0], one));
    }

    private static float[] Even() => [.. Enumerable.Repeat(-MathF.Log(ViewShape.Types), ViewShape.Types)];

    private void Live(int kind)
    {
        var expected = Even();
        _habits.Adjust(expected);
        _habits.Learn(expected, kind);
        _habits.Note(kind);
    }
}
