using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary><c>blockassist node</c>: takes part in the swarm.</summary>
internal static class NodeCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "node",
            "Takes part in the swarm that was begun or joined: trains, verifies others, and coordinates if the swarm is its own.",
            new Example("blockassist node run", "until Ctrl+C; goes on where it was when it is started again"),
            new Example("blockassist node status", "what it does, and what came of it"));
        group.Add(NodeRunCommand.Create());
        group.Add(NodeStatusCommand.Create());
        return group;
    }
}
