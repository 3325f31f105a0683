using System.Text;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>Learns a tenth of what is missing, with an error of its own in each lease; verifies and shows states honestly, unless it is told otherwise.</summary>
internal sealed class ToyTrainer(ToyLie lie = ToyLie.None) : ILeaseTrainer, ISegmentReplayer
{
    private int _trained;

    public int Trained => _trained;

    public Func<CancellationToken, Task> Work { get; init; } = _ => Task.CompletedTask;

    /// <summary>Whether it has done one segment only when it must end.</summary>
    public bool IsSlow { get; init; }

    /// <summary>From which round on it says of everybody that they lie.</summary>
    public ulong SlandersFrom { get; init; } = ulong.MaxValue;

    /// <summary>Whether it says nothing when it is asked for a state.</summary>
    public bool IsSilent { get; init; }

    public Task<double?> MeasureAsync(RoundFiles round, CancellationToken cancellation) => Task.FromResult<double?>(20);

    public async Task<TrainedLease> TrainAsync(RoundFiles round, Lease lease, string folder, IProgress<int>? progress, CancellationToken cancellation)
    {
        await Work(cancellation);
        return Train(round, lease, lease.Segments, folder, progress);
    }

    // The first segment alone.
    public Task<TrainedLease?> SoFarAsync(RoundFiles round, Lease lease, string folder, CancellationToken cancellation) =>
        Task.FromResult<TrainedLease?>(Train(round, lease, IsSlow ? 1 : lease.Segments, folder, null));

    private TrainedLease Train(RoundFiles round, Lease lease, int segments, string folder, IProgress<int>? progress)
    {
        var (weights, random) = (ToyModel.Read(round.Base), new Random((int)lease.Seed));
        float[] change = [.. weights.Select((weight, i) => ((ToyModel.Truth[i] - weight) * 0.1f) + (((float)random.NextDouble() - 0.5f) * 0.2f))];
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "update");
        ToyModel.Write(file, lie == ToyLie.Harm ? [.. change.Select(one => -one)] : change);
        progress?.Report(segments);
        Interlocked.Increment(ref _trained);
        return new TrainedLease([.. Enumerable.Range(0, segments).Select(segment => MarkOf(lease, segment))], file, 100 * segments, "toy");
    }

    public Task WriteEvidenceAsync(RoundFiles round, Lease lease, string folder, int segment, string file, CancellationToken cancellation) => File.WriteAllTextAsync(
        file,
        lie switch
        {
            ToyLie.None => MarkOf(lease, segment).State.ToString(),
            ToyLie.Evidence => "trust me",
            _ => ToyReferee.Cheated,
        },
        cancellation);

    public async Task WriteStateAsync(RoundFiles round, Lease lease, string folder, int segment, int steps, string file, CancellationToken cancellation)
    {
        await BeSilentAsync(cancellation);
        var state = ToyReferee.StateOf(MarkOf(lease, segment), steps);
        await File.WriteAllTextAsync(file, lie == ToyLie.None || steps < ToyReferee.FirstWrong ? state : $"{state} or so", cancellation);
    }

    public async Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation) => order.Lease.Round >= SlandersFrom
        ? new ReplayFinding(ReplayOutcome.Different, "slander")
        : await ToyReferee.FindAsync(order, cancellation);

    public async Task<bool> WriteStateAsync(ReplayOrder order, int steps, string file, CancellationToken cancellation)
    {
        await BeSilentAsync(cancellation);
        var state = ToyReferee.StateOf(order.Marks[order.Segment], steps);
        await File.WriteAllTextAsync(file, order.Lease.Round >= SlandersFrom ? $"{state} by no means" : state, cancellation);
        return true;
    }

    private Task BeSilentAsync(CancellationToken cancellation) => IsSilent ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask;

    private static SegmentMark MarkOf(Lease lease, int segment)
    {
        var bytes = Encoding.ASCII.GetBytes($"{lease.Peer} {lease.Round} {segment}");
        return new SegmentMark(Digest.Of("toy/state/", bytes), Digest.Of("toy/lessons/", bytes), 1f / (segment + 1));
    }
}
