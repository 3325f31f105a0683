using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Liar;

/// <summary>Says of everybody's work that it comes to something else, without having looked at it.</summary>
internal sealed class SlanderingReplayer : ISegmentReplayer
{
    /// <inheritdoc/>
    public Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation) =>
        Task.FromResult(new ReplayFinding(ReplayOutcome.Different, "slander", 1));
}
