using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary>What the swarm verbs have in common.</summary>
internal static class SwarmInput
{
    private const string ReplaceOption = "--replace";

    /// <summary>Leaves the swarm that the node is in.</summary>
    public static Option<bool> Replace() => new(ReplaceOption)
    {
        Description = "Leaves the swarm that the node is in, and sets aside all of it; otherwise it is a mistake that it is in one.",
        Arity = ArgumentArity.Zero,
    };

    /// <summary>Leaves the swarm that the node is in, if it is in one and is told to.</summary>
    /// <exception cref="ForeseenException">It is in one and is not told to leave it, or runs.</exception>
    public static void Leave(SwarmFolder folder, bool may, TimeProvider clock)
    {
        if (!File.Exists(folder.SettingsFile))
        {
            return;
        }

        if (!may && folder.Settings() is { Own: not { IsAlone: true }, Network: var network })
        {
            throw new ForeseenException(
                $"this node is in the swarm {network} already", $"See blockassist swarm status, or leave it with {ReplaceOption}.");
        }

        if (SwarmView.NodeIn(folder).Running)
        {
            throw new ForeseenException("the node is running", "Stop it first; one that a game runs beside ends with its round, or with the game.");
        }

        folder.SetAside(clock.GetUtcNow());
    }
}
