using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>What can be seen of a chain without a key.</summary>
internal static class ChainView
{
    /// <summary>Where contributions go, and how far they are.</summary>
    public static async Task<ChainReport> OfAsync(CommandContext context, ChainConnection chain, ChainSettings settings, CancellationToken cancellation)
    {
        using var outbox = new Outbox(ChainFolder.Of(context.Home).Outbox);
        var place = chain.Contract.Place;
        var round = await chain.Contract.CurrentRoundAsync(cancellation);
        var account = KnownAccount.In(context.Home);
        var count = outbox.Count(place);
        return new ChainReport(settings.Host, place.ChainId, place.Contract.ToString(), account?.ToString())
        {
            IsConfirmed = account is { } peer && await chain.Contract.IsPeerAsync(peer, cancellation),
            Balance = account is { } holder ? (await chain.Node.BalanceAsync(holder, cancellation)).ToEther() : "0",
            Owed = account is { } owed ? (await chain.Contract.BalanceAsync(owed, cancellation)).ToEther() : "0",
            Round = round?.Number ?? 0,
            Phase = $"{round?.Phase ?? RoundPhase.None}",
            Queued = count.Queued,
            Sent = count.Sent,
            Landed = count.Landed,
            Trouble = outbox.TroubleOf(place),
        };
    }
}
