using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train</c>: models, and the proof of how they were trained.</summary>
internal static class TrainCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "train",
            "Trains models, and checks how others trained theirs.",
            new Example("blockassist train calibrate --data episodes --out calibration.json", "how far honest machines are apart"));
        group.Add(SegmentCommand.Create());
        group.Add(ReplayCommand.Create());
        group.Add(CalibrateCommand.Create());
        return group;
    }
}
