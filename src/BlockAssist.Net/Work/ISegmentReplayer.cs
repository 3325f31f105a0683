namespace BlockAssist.Net.Work;

/// <summary>Trains segments of others again. The learner's part of a verifier.</summary>
public interface ISegmentReplayer
{
    /// <summary>Trains a segment again and compares.</summary>
    /// <remarks>Evidence may be anybody's: what is wrong with it is a finding, never an exception.</remarks>
    /// <param name="order">What is to be replayed.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation);
}
