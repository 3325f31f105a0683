using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>Lets nobody ask for a lease before so many are there: however slow the machine is, all are in the first round.</summary>
/// <param name="peers">How many.</param>
internal sealed class Gathering(int peers)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _there;

    /// <summary>A trainer that waits for the others at first.</summary>
    public ILeaseTrainer Of(ILeaseTrainer trainer) => new Waiting(trainer, this);

    private Task ArriveAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _there) == peers)
        {
            _all.SetResult();
        }

        return _all.Task.WaitAsync(cancellation);
    }

    private sealed class Waiting(ILeaseTrainer trainer, Gathering all) : ILeaseTrainer
    {
        private Task? _arrived;

        public async Task<double?> MeasureAsync(RoundFiles round, CancellationToken cancellation)
        {
            await (_arrived ??= all.ArriveAsync(cancellation));
            return await trainer.MeasureAsync(round, cancellation);
        }

        public Task<TrainedLease> TrainAsync(RoundFiles round, Lease lease, string folder, IProgress<int>? progress, CancellationToken cancellation) =>
            trainer.TrainAsync(round, lease, folder, progress, cancellation);

        public Task<TrainedLease?> SoFarAsync(RoundFiles round, Lease lease, string folder, CancellationToken cancellation) => trainer.SoFarAsync(round, lease, folder, cancellation);

        public Task WriteEvidenceAsync(RoundFiles round, Lease lease, string folder, int segment, string file, CancellationToken cancellation) =>
            trainer.WriteEvidenceAsync(round, lease, folder, segment, file, cancellation);

        public Task WriteStateAsync(RoundFiles round, Lease lease, string folder, int segment, int steps, string file, CancellationToken cancellation) =>
            trainer.WriteStateAsync(round, lease, folder, segment, steps, file, cancellation);
    }
}
