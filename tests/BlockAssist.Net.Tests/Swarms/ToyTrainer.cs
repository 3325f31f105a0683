using System.Text;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>Learns a tenth of what is missing, with an error of its own in each lease; a liar's evidence does not bear out what it sends.</summary>
internal sealed class ToyTrainer(bool lies = false) : ILeaseTrainer, ISegmentReplayer
{
    private int _trained;

    public int Trained => _trained;

    public Func<CancellationToken, Task> Work { get; init; } = _ => Task.CompletedTask;

    public Task<double?> MeasureAsync(RoundFiles round, CancellationToken cancellation) => Task.FromResult<double?>(20);

    public async Task<TrainedLease> TrainAsync(RoundFiles round, Lease lease, string folder, IProgress<int>? progress, CancellationToken cancellation)
    {
        await Work(cancellation);
        var (weights, random) = (ToyModel.Read(round.Base), new Random((int)lease.Seed));
        float[] change = [.. weights.Select((weight, i) => ((ToyModel.Truth[i] - weight) * 0.1f) + (((float)random.NextDouble() - 0.5f) * 0.2f))];
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "update");
        ToyModel.Write(file, change);
        progress?.Report(lease.Segments);
        Interlocked.Increment(ref _trained);
        return new TrainedLease([.. Enumerable.Range(0, lease.Segments).Select(segment => MarkOf(lease, segment))], file, 100 * lease.Segments, "toy");
    }

    public Task WriteEvidenceAsync(RoundFiles round, Lease lease, string folder, int segment, string file, CancellationToken cancellation) =>
        File.WriteAllTextAsync(file, lies ? "trust me" : MarkOf(lease, segment).State.ToString(), cancellation);

    public async Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation)
    {
        var same = await File.ReadAllTextAsync(order.Evidence, cancellation) == order.Marks[order.Segment].State.ToString();
        return new ReplayFinding(same ? ReplayOutcome.Same : ReplayOutcome.Different, "");
    }

    private static SegmentMark MarkOf(Lease lease, int segment)
    {
        var bytes = Encoding.ASCII.GetBytes($"{lease.Peer} {lease.Round} {segment}");
        return new SegmentMark(Digest.Of("toy/state/", bytes), Digest.Of("toy/lessons/", bytes), 1f / (segment + 1));
    }
}
