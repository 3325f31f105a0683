using System.Diagnostics;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using TorchSharp;

namespace BlockAssist.Learner.Tests.Training;

[Collection(TrainingTests.Name)]
public sealed class LearningTests(ITestOutputHelper output)
{
    private static readonly TrainingOptions Quick = new() { Rate = 5e-3, WarmUp = 5, Steps = 400, Averaging = 0, Decay = 0 };

    [Fact]
    public void A_move_that_can_be_read_off_a_mark_is_learnt()
    {
        using var task = new SmallTask(Quick, SmallTask.Size with { CellFeatures = 8, Dropout = 0 });

        Learn(task, SmallTask.Marked, 0.98);
    }

    [Fact]
    public void In_bfloat16_it_is_learnt_too_and_the_weights_stay_singles()
    {
        using var task = new SmallTask(Quick with { Bfloat16 = true }, SmallTask.Size with { CellFeatures = 8, Dropout = 0 });

        Learn(task, SmallTask.Marked, 0.98);

        Assert.Equal(torch.ScalarType.Float32, task.State.Weights.Row.dtype);
        Assert.Contains(task.State.Weights.Values(), weight => (BitConverter.SingleToUInt32Bits(weight) & 0xFFFF) != 0);
    }

    [Fact]
    public void A_cell_and_a_block_that_can_be_read_off_the_goal_are_learnt()
    {
        using var task = new SmallTask(Quick, SmallTask.Size with { CellFeatures = 8, Dropout = 0 });

        Learn(task, SmallTask.Aimed, 0.98);
    }

    [Fact]
    public void Ten_short_demonstrations_are_learnt_by_heart()
    {
        using var play = new RecordedScript();
        var set = play.Demonstrations(10, 16, new(6, 7, 6));
        var minibatch = Minibatch.Load([.. set.Demonstrations.Select(one => new Window(one, 0, Symmetry.Identity))], 16);
        using var task = new SmallTask(Quick, new HumanNetworkOptions { CellFeatures = 8, Channels = 32, Blocks = 1, Context = 64, Memory = 32, Dropout = 0 });
        var started = Stopwatch.GetTimestamp();

        var last = task.Train(minibatch, accuracy: 0.995, steps: 400);

        output.WriteLine($"{last} in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {minibatch.Turns.Count(turn => turn.Weight > 0)} turns");
        Assert.InRange(last.Accuracy, 0.99, 1);
    }

    [Fact]
    public void Two_runs_with_one_seed_are_equal_and_another_seed_is_not()
    {
        var runs = ((ulong[])[4, 4, 5]).Select(seed =>
        {
            using var task = new SmallTask(Quick with { Seed = seed, Averaging = 0.9 });
            TrainingStep[] steps = [.. Enumerable.Range(0, 12).Select(step => task.Step(SmallTask.Marked(4, 3, (ulong)step)))];
            return (steps, Weights: task.State.Weights.Values(), Averaged: task.State.Averaged.Values());
        }).ToArray();

        Assert.Equal(runs[0].steps, runs[1].steps);
        Assert.Equal(runs[0].Weights, runs[1].Weights);
        Assert.Equal(runs[0].Averaged, runs[1].Averaged);
        Assert.NotEqual(runs[0].Weights, runs[2].Weights);
    }

    [Fact]
    public void No_tensor_is_left_behind_in_a_thousand_steps()
    {
        using var task = new SmallTask(Quick);
        var minibatch = SmallTask.Marked(2, 2, 1);
        for (var step = 0; step < 10; step++)
        {
            task.Step(minibatch);
        }

        var before = Living();
        for (var step = 0; step < 1000; step++)
        {
            task.Step(minibatch);
        }

        Assert.Equal(before, Living());
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_the_training()
    {
        using var task = new SmallTask(Quick);
        var minibatch = SmallTask.Marked(2, 2, 1);
        minibatch.Views.Scene[0] = float.NaN;

        Assert.Throws<TrainingException>(() => task.Step(minibatch));
    }

    private void Learn(SmallTask task, Func<int, int, ulong, Minibatch> turns, double accuracy)
    {
        var started = Stopwatch.GetTimestamp();
        var steps = 0;
        for (var recent = 0.0; recent < accuracy + 0.01 && steps < 300; steps++)
        {
            recent += 0.2 * (task.Step(turns(4, 4, (ulong)steps)).Accuracy - recent);
        }

        using var scope = torch.NewDisposeScope();
        var unseen = turns(4, 64, 999);
        var right = new Trainer(Quick with { Rate = 0 }, task.State, torch.CPU).Step(new HumanLesson(task.Network, unseen)).Accuracy;
        output.WriteLine($"{right:P1} after {steps} steps, {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        Assert.InRange(right, accuracy, 1);
    }

    private static long Living()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
