using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>The chain that a node uses: the one it was told; or the ledger of the hub whose swarm it has joined; or a ledger of its own.</summary>
internal static class NodeChain
{
    /// <summary>The contract that is used, as far as that is known without asking anybody and without opening a ledger; null if it is not.</summary>
    public static ContractPlace? PlaceKnown(CommandContext context) => ChainFolder.Of(context.Home).Settings()?.Place ?? new HubChain(context).Known;

    /// <summary>Opens it to look at it; null where it is a ledger that has not been begun, or one of a hub that cannot be asked without a passphrase.</summary>
    public static async Task<ChainConnection?> LookAsync(CommandContext context, CancellationToken cancellation)
    {
        var (folder, clock, hub) = (ChainFolder.Of(context.Home), context.Surroundings.Clock, new HubChain(context));
        return folder.Settings() is { } settings ? ChainConnection.To(settings, clock)
            : hub.Hub is not null ? await LookAtAsync(hub, context.Home, cancellation)
            : File.Exists(folder.Ledger) ? ChainConnection.To(EmbeddedLedger.OpenForReading(folder.Ledger, clock), clock)
            : null;
    }

    /// <summary>Opens it to act on it; a ledger is begun if there is none.</summary>
    /// <exception cref="LedgerException">Another process writes the ledger, or it is damaged.</exception>
    public static async Task<ChainConnection> OpenAsync(CommandContext context, NodeKeys keys, CancellationToken cancellation)
    {
        var (folder, clock, hub) = (ChainFolder.Of(context.Home), context.Surroundings.Clock, new HubChain(context));
        return folder.Settings() is { } settings ? ChainConnection.To(settings, clock)
            : hub.Hub is not null ? await hub.ConnectAsync(keys.Identity, cancellation)
            : ChainConnection.To(await OwnAsync(folder, keys, clock, cancellation), clock);
    }

    private static async Task<ChainConnection?> LookAtAsync(HubChain hub, NodeHome home, CancellationToken cancellation)
    {
        using var keys = NodeKeys.TryOpen(home);
        return keys is null ? null : await hub.ConnectAsync(keys.Identity, cancellation);
    }

    private static async Task<EmbeddedLedger> OwnAsync(ChainFolder folder, NodeKeys keys, TimeProvider clock, CancellationToken cancellation) => File.Exists(folder.Ledger)
        ? EmbeddedLedger.Open(folder.Ledger, keys.Account, clock)
        : await EmbeddedLedger.CreateAsync(folder.Ledger, new LedgerGenesis { Founder = keys.Account.Address }, keys.Account, clock, cancellation);
}
