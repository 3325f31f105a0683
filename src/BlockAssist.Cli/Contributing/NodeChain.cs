using BlockAssist.Chain.Ledger;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>The chain that a node uses: the one it was told, or a ledger of its own.</summary>
internal static class NodeChain
{
    /// <summary>Opens it to look at it; null where it is a ledger that has not been begun.</summary>
    public static ChainConnection? Look(CommandContext context)
    {
        var (folder, clock) = (ChainFolder.Of(context.Home), context.Surroundings.Clock);
        return folder.Settings() is { } settings ? ChainConnection.To(settings, clock)
            : File.Exists(folder.Ledger) ? ChainConnection.To(EmbeddedLedger.OpenForReading(folder.Ledger, clock), clock)
            : null;
    }

    /// <summary>Opens it to act on it; a ledger is begun if there is none.</summary>
    /// <exception cref="LedgerException">Another process writes the ledger, or it is damaged.</exception>
    public static async Task<ChainConnection> OpenAsync(CommandContext context, NodeKeys keys, CancellationToken cancellation)
    {
        var (folder, clock) = (ChainFolder.Of(context.Home), context.Surroundings.Clock);
        if (folder.Settings() is { } settings)
        {
            return ChainConnection.To(settings, clock);
        }

        var ledger = File.Exists(folder.Ledger)
            ? EmbeddedLedger.Open(folder.Ledger, keys.Account, clock)
            : await EmbeddedLedger.CreateAsync(folder.Ledger, new LedgerGenesis { Founder = keys.Account.Address }, keys.Account, clock, cancellation);
        return ChainConnection.To(ledger, clock);
    }
}
