using System.Diagnostics;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Work;

namespace BlockAssist.Cli.Tests.Swarm;

[Collection(TrainingInTurn.Name)]
public sealed class SegmentReplayerTests : IAsyncLifetime
{
    private readonly SmallSwarm _small = new();
    private ReplayOrder? _order;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _order = await _small.OrderAsync(await _small.TrainAsync(), 1);

    [Fact]
    public async Task A_lie_is_different_and_says_why()
    {
        var finding = await ReplayAsync(_small.Replayer, _order! with { Commitment = _order.Commitment with { Examples = 1 } });

        Assert.Equal(ReplayOutcome.Different, finding.Outcome);
        Assert.Contains("examples", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_is_decided_by_states_of_both_sides_and_one_step()
    {
        var (trainer, verifier) = (_small.File("trainer"), _small.File("verifier"));
        await _small.Trainer.WriteStateAsync(_small.Round, SmallSwarm.Lease, _small.Folder, 1, 2, trainer, Cancellation);
        Assert.True(await _small.Replayer.WriteStateAsync(_order!, 2, verifier, Cancellation));
        var device = _order!.Commitment.Device;

        Assert.Equal(Ruling.Agree, await _small.Replayer.CompareAsync(_order, 2, trainer, verifier, device, Cancellation));
        Assert.Equal(Ruling.ForTrainer, await _small.Replayer.CompareAsync(_order, 2, trainer, _small.Round.Recipe, device, Cancellation));
        Assert.Equal(Ruling.ForTrainer, await _small.Replayer.MakeStepAsync(_order, 2, trainer, null, Cancellation));
        Assert.Equal(Ruling.ForChallenger, await _small.Replayer.MakeStepAsync(_order, 1, null, trainer, Cancellation));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_small.File("scratch")));
    }

    [Fact]
    public async Task Whoever_cannot_be_asked_has_no_state_and_cannot_tell()
    {
        var late = new SegmentReplayer(_small.File("late")) { Patience = TimeSpan.FromMilliseconds(20) };

        Assert.False(await late.WriteStateAsync(_order!, 2, _small.File("none"), Cancellation));
        Assert.Equal(Ruling.Undecided, await late.CompareAsync(_order!, 2, _order!.Update, _order.Update, "", Cancellation));
        Assert.Equal(Ruling.Undecided, await late.MakeStepAsync(_order, 2, null, null, Cancellation));
        Assert.Equal(ReplaySubject.Evidence, (await late.ReplayAsync(_order, Cancellation)).Subject);
    }

    [Fact]
    public async Task Evidence_that_is_not_there_is_undecided()
    {
        Assert.Equal(ReplayOutcome.Undecided, (await ReplayAsync(_small.Replayer, _order! with { Evidence = _small.File("nothing") })).Outcome);
    }

    [Fact]
    public async Task Marks_that_are_too_few_are_undecided()
    {
        Assert.Equal(ReplayOutcome.Undecided, (await ReplayAsync(_small.Replayer, _order! with { Marks = [] })).Outcome);
    }

    [Fact]
    public async Task A_replay_that_takes_too_long_is_undecided()
    {
        var finding = await ReplayAsync(new SegmentReplayer(_small.File("late")) { Patience = TimeSpan.FromMilliseconds(20) });

        Assert.Equal(ReplayOutcome.Undecided, finding.Outcome);
        Assert.Contains("longer", finding.Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_small.File("late")));
    }

    [Fact]
    public async Task A_process_without_memory_is_undecided()
    {
        Assert.Equal(ReplayOutcome.Undecided, (await ReplayAsync(new SegmentReplayer(_small.File("poor")) { Memory = 4 << 20 })).Outcome);
    }

    [Fact]
    public async Task A_process_that_says_something_else_is_undecided()
    {
        string[][] others = [["--version"], ["train", "verify-lease", "nothing", "--json"], ["doctor", "--json"]];
        foreach (var words in others)
        {
            var replayer = new SegmentReplayer(_small.File("others")) { Start = (_, environment) => Started(words, environment) };
            Assert.Equal(ReplayOutcome.Undecided, (await ReplayAsync(replayer)).Outcome);
        }
    }

    [Fact]
    public async Task Who_waits_no_longer_ends_the_process()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var replay = _small.Replayer.ReplayAsync(_order!, source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_small.File("scratch")));
    }

    public ValueTask DisposeAsync()
    {
        _small.Dispose();
        return ValueTask.CompletedTask;
    }

    private ProcessStartInfo Started(string[] words, IReadOnlyDictionary<string, string> environment) =>
        OwnProcess.Start(words, new Dictionary<string, string>(environment) { ["BLOCKASSIST_HOME"] = _small.File("home") });

    private Task<ReplayFinding> ReplayAsync(SegmentReplayer replayer, ReplayOrder? order = null) => replayer.ReplayAsync(order ?? _order!, Cancellation);
}
