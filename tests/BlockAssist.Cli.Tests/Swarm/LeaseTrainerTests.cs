using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm;

public sealed class LeaseTrainerTests : IDisposable
{
    private readonly SmallSwarm _small = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_process_trained_another_replays_to_the_same()
    {
        var trained = await _small.TrainAsync();
        var first = await _small.Replayer.ReplayAsync(await _small.OrderAsync(trained, 0), Cancellation);
        var last = await _small.Replayer.ReplayAsync(await _small.OrderAsync(trained, 1), Cancellation);

        Assert.Equal(2, trained.Marks.Count);
        Assert.Equal(2 * 3 * 4 * 8, trained.Examples);
        Assert.Equal((ReplayOutcome.Same, "the same bits"), (first.Outcome, first.Reason));
        Assert.Equal(ReplayOutcome.Same, last.Outcome);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_small.File("scratch")));
    }

    [Fact]
    public async Task What_is_recorded_while_a_lease_is_trained_does_not_change_it()
    {
        var trained = await _small.TrainAsync();
        _small.Record(100, 1);

        var again = await _small.TrainAsync();

        Assert.Equal(trained.Marks, again.Marks);
        Assert.Equal(ReplayOutcome.Same, (await _small.Replayer.ReplayAsync(await _small.OrderAsync(again, 1), Cancellation)).Outcome);
    }

    [Fact]
    public async Task The_speed_is_measured_once_and_there_is_none_without_anything_to_learn()
    {
        var speed = await _small.Trainer.MeasureAsync(_small.Round, Cancellation);
        using var idle = new LeaseTrainer(() => new DemonstrationSet([]), _ => null, TimeProvider.System);

        Assert.True(speed > 0);
        Assert.Equal(speed, await _small.Trainer.MeasureAsync(_small.Round, Cancellation));
        Assert.Null(await idle.MeasureAsync(_small.Round, Cancellation));
        await Assert.ThrowsAsync<TrainingException>(() => idle.TrainAsync(_small.Round, SmallSwarm.Lease, _small.Folder, null, Cancellation));
    }

    public void Dispose() => _small.Dispose();
}
