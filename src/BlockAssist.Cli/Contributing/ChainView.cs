using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>What can be seen of contributions without a key.</summary>
internal static class ChainView
{
    /// <summary>Where contributions go, and how far they are.</summary>
    public static async Task<ChainReport> OfAsync(CommandContext context, CancellationToken cancellation)
    {
        try
        {
            using var chain = await NodeChain.LookAsync(context, cancellation);
            return chain is null ? Unseen(context, trouble: null) : await OfAsync(context, chain, cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or ChainException { IsPassing: true })
        {
            return Unseen(context, error.Message);
        }
    }

    /// <summary>The same of a chain that is open.</summary>
    public static async Task<ChainReport> OfAsync(CommandContext context, ChainConnection chain, CancellationToken cancellation)
    {
        using var outbox = new Outbox(ChainFolder.Of(context.Home).Outbox);
        var (place, account) = (chain.Contract.Place, KnownAccount.In(context.Home));
        var (round, count) = (await chain.Contract.CurrentRoundAsync(cancellation), outbox.Count(chain.Contract.Place));
        var report = new ChainReport(chain.Name, place.ChainId, place.Contract.ToString(), account?.ToString())
        {
            IsFree = chain.IsFree,
            Round = round?.Number ?? 0,
            Phase = $"{round?.Phase ?? RoundPhase.None}",
            Queued = count.Queued,
            Sent = count.Sent,
            Landed = count.Landed,
            Trouble = outbox.TroubleOf(place),
        };
        return account is { } self
            ? report with
            {
                IsConfirmed = await chain.Contract.IsPeerAsync(self, cancellation),
                Balance = (await chain.Node.BalanceAsync(self, cancellation)).ToEther(),
                Owed = (await chain.Contract.BalanceAsync(self, cancellation)).ToEther(),
            }
            : report;
    }

    // What is known of a chain that cannot be asked.
    private static ChainReport Unseen(CommandContext context, string? trouble)
    {
        using var outbox = new Outbox(ChainFolder.Of(context.Home).Outbox);
        var (settings, hub) = (ChainFolder.Of(context.Home).Settings(), new HubChain(context));
        var place = NodeChain.PlaceKnown(context) ?? new ContractPlace(0, default);
        var count = outbox.Count(place);
        var name = settings?.Host ?? (hub.Hub is { } address ? $"the ledger of the hub at {address.Host}" : "a ledger of this node, which begins with its first contribution");
        return new ChainReport(name, place.ChainId, place.ChainId == 0 ? "" : place.Contract.ToString(), KnownAccount.In(context.Home)?.ToString())
        {
            IsFree = settings is null,
            Queued = count.Queued,
            Sent = count.Sent,
            Landed = count.Landed,
            Trouble = trouble ?? outbox.TroubleOf(place),
        };
    }
}
