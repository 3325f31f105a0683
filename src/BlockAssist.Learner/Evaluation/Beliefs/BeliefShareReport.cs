namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>How well a model infers goals of which about as much stands.</summary>
/// <param name="From">The share that stands at least, 0 to 1.</param>
/// <param name="To">The share that stands at most.</param>
/// <param name="Moments">How many moments were measured.</param>
/// <param name="NatsASite">How unlikely what stood in the end was, in nats a moment over all cells of the site.</param>
/// <param name="BaseNatsASite">The same by the base rate.</param>
/// <param name="CalibrationError">The expected calibration error over all cells; null without moments.</param>
/// <param name="PlacementCalibrationError">The same over empty cells in which the model gives some block one chance in twenty or more.</param>
/// <param name="Missing">Blocks that are missing, a moment.</param>
/// <param name="Sure">What the model is sure of to be placed, bound by bound.</param>
public sealed record BeliefShareReport(
    double From,
    double To,
    int Moments,
    double? NatsASite,
    double? BaseNatsASite,
    double? CalibrationError,
    double? PlacementCalibrationError,
    double? Missing,
    IReadOnlyList<SureReport> Sure);
