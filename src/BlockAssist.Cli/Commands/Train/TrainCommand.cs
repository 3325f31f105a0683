using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train</c>: models from play.</summary>
internal static class TrainCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "train",
            "Models learn from recorded play, on this machine.",
            new Example("blockassist train human --data episodes", "what people do next"));
        group.Add(TrainHumanCommand.Create());
        return group;
    }
}
