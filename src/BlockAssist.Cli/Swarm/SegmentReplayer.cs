using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Leases;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Work;

namespace BlockAssist.Cli.Swarm;

/// <summary>Replays segments of others and decides disputes in a process of its own, bounded in time and memory: whatever evidence and states do to it is no harm here.</summary>
/// <param name="folder">Where processes may write; each cleans up.</param>
internal sealed class SegmentReplayer(string folder) : ISegmentReplayer, IReferee
{
    /// <summary>How long a replay may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How much managed memory it may take, in bytes; what torch takes is bounded by the limits of segments.</summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>How many threads compute: part of the class of device.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What <c>train calibrate</c> wrote; null if nothing was measured.</summary>
    public string? Calibration { get; init; }

    /// <summary>How to start the process, of its words and what its environment has besides; this program once more unless a test says otherwise.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyDictionary<string, string>, ProcessStartInfo> Start { get; init; } = OwnProcess.Start;

    /// <inheritdoc/>
    public Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation) => FindAsync(order, wanted => wanted, cancellation);

    /// <inheritdoc/>
    public async Task<bool> WriteStateAsync(ReplayOrder order, int steps, string file, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file);
        await FindAsync(order, wanted => wanted with { State = new WantedState(steps, path) }, cancellation);
        return File.Exists(path);
    }

    /// <inheritdoc/>
    public async Task<Ruling> CompareAsync(ReplayOrder order, int steps, string trainer, string challenger, string device, CancellationToken cancellation)
    {
        var states = new ComparedStates(steps, Path.GetFullPath(trainer), Path.GetFullPath(challenger), device);
        var (ruling, _) = await AskAsync(order, wanted => wanted with { Compare = states }, SwarmJson.Default.LeaseRuling, _ => ExitCode.Done, cancellation);
        return ruling?.Word.ToNet() ?? Ruling.Undecided;
    }

    /// <inheritdoc/>
    public async Task<Ruling> MakeStepAsync(ReplayOrder order, int steps, string? before, string? after, CancellationToken cancellation)
    {
        var step = new DisputedStep(steps, FullPath(before), FullPath(after));
        var finding = await FindAsync(order, wanted => wanted with { Step = step }, cancellation);
        return finding.Outcome switch
        {
            ReplayOutcome.Same => Ruling.ForTrainer,
            ReplayOutcome.Different => Ruling.ForChallenger,
            _ => Ruling.Undecided,
        };
    }

    private async Task<ReplayFinding> FindAsync(ReplayOrder order, Func<LeaseOrder, LeaseOrder> change, CancellationToken cancellation)
    {
        var (found, otherwise) = await AskAsync(order, change, SwarmJson.Default.LeaseFinding, CodeOf, cancellation);
        return found is null
            ? new ReplayFinding(ReplayOutcome.Undecided, otherwise) { Subject = ReplaySubject.Evidence }
            : found.ToNet();
    }

    private async Task<(T? Answer, string Otherwise)> AskAsync<T>(
        ReplayOrder order, Func<LeaseOrder, LeaseOrder> change, JsonTypeInfo<T> type, Func<T, ExitCode> codeOf, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Commitment.Segments != order.Marks.Count)
        {
            return (null, $"{order.Marks.Count} marks of {order.Commitment.Segments} segments");
        }

        var scratch = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
        try
        {
            return await new ReplayProcess(Start, Patience, Memory, Threads).AskAsync(change(OrderOf(order, scratch)), type, codeOf, cancellation);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private LeaseOrder OrderOf(ReplayOrder order, string scratch) => new(
        new LeaseClaim(order.Lease.Terms(), order.Segment, [.. order.Marks.Select(mark => mark.ToLearner())], order.Commitment.Examples, order.Commitment.Device),
        new LeaseFiles(Path.GetFullPath(order.Round.Base), Path.GetFullPath(order.Round.Recipe), Path.GetFullPath(order.Evidence), Path.GetFullPath(order.Update)),
        scratch,
        Calibration);

    private static ExitCode CodeOf(LeaseFinding found) => found.Outcome == LeaseOutcome.Same ? ExitCode.Done : ExitCode.Failed;

    private static string? FullPath(string? file) => file is null ? null : Path.GetFullPath(file);
}
