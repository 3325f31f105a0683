using BlockAssist.Learner.Verification;

namespace BlockAssist.Cli.Commands.Train;

/// <summary>What is to be calibrated.</summary>
/// <param name="Data">The episodes.</param>
/// <param name="From">Checkpoints to start from; none to train first.</param>
/// <param name="States">After how many steps of that training to start.</param>
/// <param name="Options">How the calibration goes.</param>
internal sealed record CalibrationOrder(string[] Data, string[] From, int[] States, CalibrationOptions Options)
{
    /// <summary>How many steps of training that takes in all.</summary>
    public int Steps => From.Length > 0
        ? From.Length * Calibration.StepsFor(Options, ClassSetup.OfOneMachine.Count)
        : States[^1] + (States.Length * Calibration.StepsFor(Options, ClassSetup.OfOneMachine.Count));
}
