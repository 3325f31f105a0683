using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary><c>blockassist node status</c>: what the node does, and what came of it.</summary>
internal static class NodeStatusCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var watch = WatchInput.Create();
        var verb = new Verb(
            "status",
            "What this node does in its swarm, what came of each round for it, with the reason, and what of its credit may still be lost.",
            new Example("blockassist node status", "also while it runs, and after"),
            new Example("blockassist node status --watch", "stays on the screen, and new"))
        {
            watch,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            if (parsed.GetValue(watch))
            {
                await context.Output.ResultLiveAsync(() => Task.FromResult(SwarmView.NodeIn(context.Home)), SwarmNodeJson.Default.NodeReport, NodeTables.Of, TimeSpan.FromSeconds(1), cancellation);
            }
            else
            {
                context.Output.Result(SwarmView.NodeIn(context.Home), SwarmNodeJson.Default.NodeReport, NodeTables.Of);
            }

            return ExitCode.Done;
        });
        return verb;
    }
}
