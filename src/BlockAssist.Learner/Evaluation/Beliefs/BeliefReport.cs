namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>How well a model infers goals.</summary>
/// <param name="Episodes">From how many episodes.</param>
/// <param name="Nats">How unlikely what stood in the end was, in nats a moment over all cells of the site; the mean over episodes.</param>
/// <param name="BaseNats">The same by the base rate: how often cells with that block at that level ended so when as much stood.</param>
/// <param name="Gain">By how much the model is better, episode by episode.</param>
/// <param name="CalibrationError">The expected calibration error over all cells, 0 to 1.</param>
/// <param name="PlacementCalibrationError">The same over empty cells in which the model gives some block one chance in twenty or more.</param>
/// <param name="ByShare">All of it by how much of the goal stood.</param>
public sealed record BeliefReport(
    int Episodes,
    Estimate Nats,
    Estimate BaseNats,
    Estimate Gain,
    double CalibrationError,
    double? PlacementCalibrationError,
    IReadOnlyList<BeliefShareReport> ByShare)
{
    /// <summary>How sure placements must be whose precision and coverage are reported.</summary>
    public static IReadOnlyList<double> Bounds { get; } = [0.5, 0.75, 0.9];
}
