using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train</c>: models from play, and the proof of how they were trained.</summary>
internal static class TrainCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "train",
            "Models learn from recorded play, on this machine; and what others say of their training is checked.",
            new Example("blockassist train human --data episodes", "what people do next"),
            new Example("blockassist train calibrate --data episodes --out calibration.json", "how far honest machines are apart"));
        group.Add(TrainHumanCommand.Create());
        group.Add(TrainAssistantCommand.Create());
        group.Add(TrainSelfPlayCommand.Create());
        group.Add(TrainSurvivalCommand.Create());
        group.Add(TrainPersonalCommand.Create());
        group.Add(SegmentCommand.Create());
        group.Add(ReplayCommand.Create());
        group.Add(CalibrateCommand.Create());
        group.Add(VerifyLeaseCommand.Create());
        return group;
    }
}
