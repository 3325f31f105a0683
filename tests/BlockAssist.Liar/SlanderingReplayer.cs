using BlockAssist.Learner.Leases;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Liar;

/// <summary>Says of everybody's work that it comes to something else, without having looked at it; asked for a state, shows the one before any step.</summary>
internal sealed class SlanderingReplayer : ISegmentReplayer
{
    /// <inheritdoc/>
    public Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation) =>
        Task.FromResult(new ReplayFinding(ReplayOutcome.Different, "slander", 1) { Device = order.Commitment.Device });

    /// <inheritdoc/>
    public async Task<bool> WriteStateAsync(ReplayOrder order, int steps, string file, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(file, LeaseEvidence.Load(order.Evidence).Start, cancellation);
        return true;
    }
}
