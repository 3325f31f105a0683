using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Contributing;

/// <summary>Collects what a node contributes, and delivers it to the chain that the node uses.</summary>
/// <param name="context">The home, the clock and the log.</param>
/// <param name="keys">Who the node is.</param>
/// <param name="shown">Through which peers reach the ledger of this node; null where none do.</param>
internal sealed class Delivering(CommandContext context, NodeKeys keys, HubLedger? shown = null)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    private readonly ChainFolder _folder = ChainFolder.Of(context.Home);
    private readonly TimeProvider _clock = context.Surroundings.Clock;

    /// <summary>Delivers what is in the outbox now with whatever keys open by themselves: nobody is asked for a passphrase. Without any it waits there, which is no trouble.</summary>
    /// <returns>What is in the way; null if nothing is.</returns>
    public static async Task<string?> UnaskedAsync(CommandContext context, Outbox outbox, CancellationToken cancellation)
    {
        using var keys = NodeKeys.TryOpen(context.Home);
        if (keys is null)
        {
            return null;
        }

        KnownAccount.Note(context.Home, keys);
        return await new Delivering(context, keys).OnceAsync(outbox, cancellation);
    }

    /// <summary>Delivers what is in the outbox now.</summary>
    /// <returns>What is in the way; null if nothing is.</returns>
    public async Task<string?> OnceAsync(Outbox outbox, CancellationToken cancellation)
    {
        using var chain = await NodeChain.OpenAsync(context, keys, cancellation);
        var (upkeep, courier) = await BeginAsync(chain, outbox, cancellation);
        if (outbox.Count(chain.Contract.Place) is { Queued: > 0 } or { Sent: > 0 })
        {
            await upkeep.KeepAsync(cancellation);
            await courier.DeliverAsync(cancellation);
        }

        return courier.Trouble;
    }

    /// <summary>Delivers whatever comes until it is cancelled. Whatever is in the way is said once, and tried again.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        string? said = null;
        while (true)
        {
            try
            {
                if (KeepsRounds || Consent.In(context.Home) is { Records: true })
                {
                    await StayAsync(cancellation);
                }
            }
            catch (Exception error) when (Failure.IsForeseen(error))
            {
                var trouble = Failure.Of(error).Line;
                if (trouble != said)
                {
                    context.Log.Warning("Contributions wait: {Trouble}", trouble);
                }

                said = trouble;
            }

            await Task.Delay(AfterTrouble, _clock, cancellation);
        }
    }

    // Of a chain that is not its own it needs to have been told so: there it costs money.
    private bool KeepsRounds => shown is not null && _folder.Settings() is null or { Rounds: not null };

    private async Task StayAsync(CancellationToken cancellation)
    {
        using var outbox = new Outbox(_folder.Outbox);
        using var chain = await NodeChain.OpenAsync(context, keys, cancellation);
        var (upkeep, courier) = await BeginAsync(chain, outbox, cancellation);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        shown?.Show(chain);
        var delivering = courier.RunAsync(end.Token);
        try
        {
            while (!delivering.IsCompleted)
            {
                new Collector(context).Collect(outbox);
                await upkeep.KeepAsync(cancellation);
                await Task.WhenAny(delivering, Task.Delay(BetweenLooks, _clock, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }

            await delivering;
        }
        finally
        {
            shown?.Show(null);
            await end.CancelAsync();
            await delivering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(ChainUpkeep Upkeep, Courier Courier)> BeginAsync(ChainConnection chain, Outbox outbox, CancellationToken cancellation)
    {
        await chain.Contract.CheckAsync(cancellation);
        var sender = chain.SenderOf(keys.Account, _folder);
        var swarm = SwarmFolder.Of(context.Home);
        var records = File.Exists(swarm.SettingsFile) && swarm.Settings().Own is not null ? SignedRecords.In(swarm, keys.Identity.Id) : null;
        return (new ChainUpkeep(context, chain, new ChainActs(sender, chain.Wait), keys.Identity, records), new Courier(outbox, chain.Contract, chain.Node, sender, new CourierOptions { Wait = chain.Wait }, _clock, new Random()));
    }
}
