using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary><c>blockassist swarm</c>: training together with others.</summary>
internal static class SwarmCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "swarm",
            "Training together with others: begun, joined and looked at. blockassist node run takes part.",
            new Example("blockassist swarm init", "a swarm of its own; others join it"),
            new Example("blockassist swarm join 192.0.2.7:7433/12D3KooWLKfwuFP8asrpVbHaUFWwbhYuyuC4oNT3yomfJxLjdWBP", "what swarm init printed on the other machine"));
        group.Add(SwarmInitCommand.Create());
        group.Add(SwarmJoinCommand.Create());
        group.Add(SwarmStatusCommand.Create());
        group.Add(SwarmAdmitCommand.Create());
        group.Add(SwarmRollbackCommand.Create());
        group.Add(SwarmSimulateCommand.Create());
        group.Add(SwarmStudyCommand.Create());
        return group;
    }
}
