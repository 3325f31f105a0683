using BlockAssist.Learner.Data;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Training;

[Collection(TrainingTests.Name)]
public sealed class LessonFeedTests : IDisposable
{
    private static readonly GridSize Size = new(6, 7, 5);

    private readonly RecordedScript _play = new();

    public void Dispose() => _play.Dispose();

    [Fact]
    public void Lessons_come_in_the_order_of_the_steps()
    {
        var data = _play.Demonstrations(2, 20, Size);
        var plan = new WindowPlan(data, 3, 2, seed: 1);
        using var feed = new LessonFeed(Stage(data, 3, 2), 5, 15);

        for (var step = 5; step < 15; step++)
        {
            var (expected, actual) = (Minibatch.Load(plan.Of(step), 3), ((HumanLesson)feed.Next()).Minibatch);

            Assert.Equal(expected.Turns, actual.Turns);
            Assert.Equal(expected.Views.Cells, actual.Views.Cells);
        }

        Assert.Throws<InvalidOperationException>(() => feed.Next());
    }

    [Fact]
    public void A_feed_can_be_disposed_of_whether_or_not_anybody_took_from_it()
    {
        var stage = Stage(_play.Demonstrations(1, 20, Size), 3, 2);
        var untouched = new LessonFeed(stage, 0, int.MaxValue);
        untouched.Dispose();
        var used = new LessonFeed(stage, 0, int.MaxValue);
        used.Next();

        used.Dispose();

        Assert.Equal(untouched.GetType(), used.GetType());
    }

    [Fact]
    public void A_file_that_was_damaged_since_is_told_of_with_its_name()
    {
        var set = _play.Demonstrations(1, 40, Size);
        var path = set.Demonstrations[0].Path;
        var whole = File.ReadAllBytes(path);
        (string Damage, byte[] File)[] damages =
        [
            ("no episode", [1, 2, 3]),
            ("cut off", whole[..(whole.Length * 2 / 3)]),
            ("a flipped bit", [.. whole[..^60], (byte)(whole[^60] ^ 4), .. whole[^59..]]),
        ];

        foreach (var (damage, file) in damages)
        {
            File.WriteAllBytes(path, file);
            using var feed = new LessonFeed(Stage(set, set.Turns, 1), 0, 10);

            var error = Assert.Throws<EpisodeFormatException>(() => feed.Next());

            Assert.True(error.Message.Contains(path, StringComparison.Ordinal), $"{damage}: {error.Message}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{damage}: {error.Message}");
        }
    }

    [Fact]
    public void A_file_that_is_gone_is_told_of()
    {
        var set = _play.Demonstrations(1, 10, Size);
        File.Delete(set.Demonstrations[0].Path);
        using var feed = new LessonFeed(Stage(set, 3, 1), 0, 10);

        Assert.Throws<FileNotFoundException>(() => feed.Next());
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_lessons()
    {
        using var feed = new LessonFeed(Stage(_play.Demonstrations(2, 10, Size), 1, 1), 0, 2200);
        Take(200);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Take(2000);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 << 20);

        void Take(int count)
        {
            for (var taken = 0; taken < count; taken++)
            {
                feed.Next();
            }
        }
    }

    private static TrainingStage Stage(DemonstrationSet data, int length, int batch) =>
        new("only", SmallTraining.Lessons(data), new TrainingOptions { Length = length, Batch = batch });
}
