namespace BlockAssist.Net.Work;

/// <summary>Trains segments of others again. The learner's part of a verifier.</summary>
public interface ISegmentReplayer
{
    /// <summary>Trains a segment again and compares.</summary>
    /// <remarks>Evidence may be anybody's: what is wrong with it is a finding, never an exception.</remarks>
    /// <param name="order">What is to be replayed.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation);

    /// <summary>Writes the state that it comes to after some steps of a segment into a file.</summary>
    /// <param name="order">The segment; one whose steps it found to lead elsewhere.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="file">Where to.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether it could.</returns>
    Task<bool> WriteStateAsync(ReplayOrder order, int steps, string file, CancellationToken cancellation);
}
