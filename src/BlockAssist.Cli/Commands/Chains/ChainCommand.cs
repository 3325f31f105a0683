using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain</c>: the record of who contributed what.</summary>
internal static class ChainCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "chain",
            "The record of who contributed what: a ledger of this node's own, or a contract on a chain.",
            new Example("blockassist chain status", "where contributions go, and how far they are"));
        group.Add(ChainStatusCommand.Create());
        group.Add(ChainConsentCommand.Create());
        group.Add(ChainLeaderboardCommand.Create());
        group.Add(ChainUseCommand.Create());
        group.Add(ChainSendCommand.Create());
        group.Add(ChainClaimCommand.Create());
        group.Add(ChainDeployCommand.Create());
        group.Add(ChainKeepCommand.Create());
        group.Add(ChainDevCommand.Create());
        return group;
    }
}
