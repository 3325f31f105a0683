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
        Description = "Leaves the swarm that the node is in; otherwise it is a mistake that it is in one.",
        Arity = ArgumentArity.Zero,
    };

    /// <summary>Complains where the node is in a swarm and is not told to leave it.</summary>
    /// <exception cref="ForeseenException">It is.</exception>
    public static void Demand(SwarmFolder folder, bool mayReplace)
    {
        if (File.Exists(folder.SettingsFile) && !mayReplace)
        {
            throw new ForeseenException(
                $"this node is in the swarm {folder.Settings().Network} already", $"See blockassist swarm status, or leave it with {ReplaceOption}.");
        }
    }
}
