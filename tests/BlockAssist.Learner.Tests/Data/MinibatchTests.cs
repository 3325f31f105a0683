using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Data;

public sealed class MinibatchTests : IDisposable
{
    private readonly RecordedScript _play = new();

    public void Dispose() => _play.Dispose();

    [Fact]
    public void Windows_hold_what_reading_from_the_first_turn_on_shows()
    {
        var set = _play.Demonstrations(3, 30, new GridSize(7, 8, 6));
        Window[] windows = [.. set.Demonstrations.Select((one, i) => new Window(one, 4 * i, new Symmetry(3 * i)))];

        var minibatch = Minibatch.Load(windows, 7);

        for (var column = 0; column < windows.Length; column++)
        {
            var all = ReadAll(windows[column].Demonstration, windows[column].Symmetry);
            for (var time = 0; time < 7; time++)
            {
                var (place, turn) = ((time * windows.Length) + column, windows[column].Start + time);
                Assert.Equal(all.Turns[turn], minibatch.Turns[place]);
                AssertSame(all.Views[turn], minibatch.Views[place]);
            }
        }
    }

    [Fact]
    public void A_window_longer_than_its_demonstration_ends_in_turns_that_do_not_count()
    {
        var one = Assert.Single(_play.Demonstrations(1, 12, new GridSize(7, 8, 6)).Demonstrations);
        var blank = new ViewBatch(1);
        blank.Blank(0);

        var minibatch = Minibatch.Load([new Window(one, 0, Symmetry.Identity)], one.Turns + 5);

        Assert.InRange(minibatch.Turns.Sum(turn => turn.Weight), 1, one.Turns);
        Assert.All(minibatch.Turns[one.Turns..], turn => Assert.Equal(default, turn));
        for (var turn = one.Turns; turn < minibatch.Length; turn++)
        {
            Assert.Equal(1, minibatch.Views.AllowedCount(turn));
            AssertSame(blank[0], minibatch.Views[turn]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void What_was_done_turns_with_what_was_seen(int number)
    {
        var symmetry = new Symmetry(number);
        var (plain, turned) = _play.RecordTurned("heap", RecordedScript.Goal(new GridSize(9, 8, 5), 3), 60, symmetry);

        var expected = ReadAll(Demonstration.In(plain).Single(), symmetry);
        var actual = ReadAll(Demonstration.In(turned).Single(), Symmetry.Identity);

        Assert.Equal(expected.Turns.Length, actual.Turns.Length);
        var differ = expected.Turns.Zip(actual.Turns).Count(pair => pair.First != pair.Second);
        Assert.InRange(differ, 0, expected.Turns.Length / 20);
        Assert.Contains(expected.Turns, turn => turn.Type == 1);
        Assert.Equal(expected.Views.Goal, actual.Views.Goal);
    }

    internal static (ViewBatch Views, Turn[] Turns) ReadAll(Demonstration demonstration, Symmetry symmetry)
    {
        var reader = new DemonstrationReader(demonstration, symmetry);
        var (views, turns) = (new ViewBatch(demonstration.Turns), new Turn[demonstration.Turns]);
        for (var turn = 0; turn < turns.Length; turn++)
        {
            Assert.True(reader.Read(views, turn, out turns[turn]));
        }

        Assert.False(reader.Read(null, 0, out _));
        return (views, turns);
    }

    private static void AssertSame(View expected, View actual)
    {
        Assert.True(expected.Cells.SequenceEqual(actual.Cells));
        Assert.True(expected.Scene.SequenceEqual(actual.Scene));
        Assert.True(expected.Blocks.SequenceEqual(actual.Blocks));
        Assert.True(expected.Goal.SequenceEqual(actual.Goal));
        Assert.True(expected.Types.SequenceEqual(actual.Types));
        Assert.True(expected.Place.SequenceEqual(actual.Place));
        Assert.True(expected.Break.SequenceEqual(actual.Break));
        Assert.True(expected.Offered.SequenceEqual(actual.Offered));
    }
}
