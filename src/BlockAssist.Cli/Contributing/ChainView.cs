using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>What can be seen of contributions without a key.</summary>
internal static class ChainView
{
    /// <summary>Where contributions go, and how far they are.</summary>
    public static async Task<ChainReport> OfAsync(CommandContext context, CancellationToken cancellation)
    {
        using var chain = NodeChain.Look(context);
        return chain is null ? NotBegun(context) : await OfAsync(context, chain, cancellation);
    }

    /// <summary>The same of a chain that is open.</summary>
    public static async Task<ChainReport> OfAsync(CommandContext context, ChainConnection chain, CancellationToken cancellation)
    {
        using var outbox = new Outbox(ChainFolder.Of(context.Home).Outbox);
        var (place, account) = (chain.Contract.Place, KnownAccount.In(context.Home));
        var (round, count) = (await chain.Contract.CurrentRoundAsync(cancellation), outbox.Count(chain.Contract.Place));
        var report = new ChainReport(chain.Name, place.ChainId, place.Contract.ToString(), account?.ToString())
        {
            IsOwn = chain.IsOwn,
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

    private static ChainReport NotBegun(CommandContext context)
    {
        using var outbox = new Outbox(ChainFolder.Of(context.Home).Outbox);
        return new ChainReport("a ledger of this node, which begins with its first contribution", 0, "", KnownAccount.In(context.Home)?.ToString())
        {
            IsOwn = true,
            Queued = outbox.Count(new ContractPlace(0, default)).All,
        };
    }
}
