using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Training;
using BlockAssist.Net.Rounds;
using BlockAssist.Simulation.Episodes.Clips;

namespace BlockAssist.Cli.Tests.Swarm;

[Collection(TrainingInTurn.Name)]
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
        Assert.All(first.Play, play => Assert.True(play is { IsPersons: true, Built: > 50, Print: not null }, play.ToString()));
        Assert.NotEmpty(first.Play);
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

    [Fact]
    public async Task Who_has_nothing_to_learn_from_learns_from_its_own_play_and_another_process_finds_the_same()
    {
        var round = _small.SelfPlayRound();
        using var idle = new LeaseTrainer(() => throw new InvalidOperationException("no play is needed"), _ => null, TimeProvider.System) { Measuring = TimeSpan.FromMilliseconds(50), ForeignShare = 0.5 };
        var speed = await idle.MeasureAsync(round, Cancellation);
        var trained = await idle.TrainAsync(round, SmallSwarm.Lease, _small.Folder, null, Cancellation);
        var finding = await _small.Replayer.ReplayAsync(await _small.OrderAsync(trained, 1, idle, round), Cancellation);

        Assert.True(speed > 0);
        Assert.Equal((2, 2 * 3 * 2 * 8), (trained.Marks.Count, trained.Examples));
        Assert.Equal((ReplayOutcome.Same, "the same bits"), (finding.Outcome, finding.Reason));
        Assert.Empty(finding.Play);
    }

    [Fact]
    public async Task Clips_of_others_are_learnt_from_by_their_share_and_a_verifier_finds_the_same_after_they_have_gone()
    {
        var clips = Clips();
        using var trainer = _small.TrainerBy(TimeProvider.System, () => clips, share: 0.25);
        var trained = await trainer.TrainAsync(_small.Round, SmallSwarm.Lease, _small.Folder, null, Cancellation);
        clips.ToList().ForEach(File.Delete);

        var learnt = new KeptDemonstrations(Path.Combine(_small.Folder, "demonstrations.json")).Load()!;
        var foreign = learnt.Demonstrations.Where(one => one.Path.StartsWith(Path.Combine(_small.Folder, "clips"), StringComparison.Ordinal)).ToList();
        Assert.InRange(foreign.Sum(one => one.Turns) / (double)learnt.Turns, 0.2, 0.3);
        Assert.Equal(clips.Count, foreign.Distinct().Count());
        Assert.Equal(ReplayOutcome.Same, (await _small.Replayer.ReplayAsync(await _small.OrderAsync(trained, 0), Cancellation)).Outcome);
        Assert.Equal(ReplayOutcome.Same, (await _small.Replayer.ReplayAsync(await _small.OrderAsync(trained, 1), Cancellation)).Outcome);
    }

    [Fact]
    public async Task Who_has_nothing_of_its_own_learns_from_clips_of_others_unless_it_wants_none()
    {
        var clips = Clips();
        using var trainer = new LeaseTrainer(() => new DemonstrationSet([]), _ => null, TimeProvider.System) { Foreign = () => clips, ForeignShare = 0.25, Measuring = TimeSpan.FromMilliseconds(50) };
        using var other = new LeaseTrainer(() => new DemonstrationSet([]), _ => null, TimeProvider.System) { Foreign = () => clips };

        Assert.True(await trainer.MeasureAsync(_small.Round, Cancellation) > 0);
        Assert.Equal(2, (await trainer.TrainAsync(_small.Round, SmallSwarm.Lease, _small.Folder, null, Cancellation)).Marks.Count);
        Assert.Null(await other.MeasureAsync(_small.Round, Cancellation));
    }

    [Fact]
    public async Task A_clip_that_is_damaged_or_gone_is_left_out()
    {
        var clips = Clips();
        File.WriteAllText(clips[0], "no clip");
        File.Delete(clips[1]);
        using var trainer = _small.TrainerBy(TimeProvider.System, () => clips, share: 0.25);

        await trainer.TrainAsync(_small.Round, SmallSwarm.Lease, _small.Folder, null, Cancellation);

        var learnt = new KeptDemonstrations(Path.Combine(_small.Folder, "demonstrations.json")).Load()!;
        Assert.Equal(clips.Count - 2, learnt.Demonstrations.Where(one => one.Path.Contains("clips", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public async Task A_lease_tells_how_fast_the_machine_is_now()
    {
        var clock = new SteppingClock();
        using var trainer = _small.TrainerBy(clock);
        await trainer.TrainAsync(_small.Round, SmallSwarm.Lease with { Segments = 3 }, _small.Folder, new TwoSeconds(clock), Cancellation);

        // Two segments of three steps after the first.
        Assert.Equal(1.5, (await trainer.MeasureAsync(_small.Round, Cancellation))!.Value, 0.01);
        clock.Now += trainer.Holding;
        Assert.InRange((await trainer.MeasureAsync(_small.Round, Cancellation))!.Value, 10, 1000);
    }

    public void Dispose() => _small.Dispose();

    private IReadOnlyList<string> Clips() =>
        [.. ClipCutter.Cut(new ScriptedPlay(50).Record(_small.File("theirs"), 1)[0], _small.File("cut")).Select(clip => clip.Clip)];

    /// <summary>A millisecond later whenever it is asked.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (Now += TimeSpan.FromMilliseconds(1)).Ticks;
    }

    private sealed class TwoSeconds(SteppingClock clock) : IProgress<int>
    {
        public void Report(int value) => clock.Now += TimeSpan.FromSeconds(2);
    }
}
