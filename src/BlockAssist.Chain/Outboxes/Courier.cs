using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Outboxes;

/// <summary>Brings what is in an outbox to a contract, each contribution once.</summary>
/// <remarks>
/// Nothing is sent before its bytes are in the outbox. Whatever happens in between, the courier that comes next looks first at what may be on its
/// way, and signs something else only when that can no longer land. What the contract has already, it refuses: that counts as landed.
/// Belongs to one thread at a time.
/// </remarks>
/// <param name="outbox">What there is to deliver.</param>
/// <param name="contract">The contract.</param>
/// <param name="node">Its node.</param>
/// <param name="sender">Who sends.</param>
/// <param name="options">How.</param>
/// <param name="clock">What time it is.</param>
/// <param name="chance">By how much waits differ.</param>
public sealed class Courier(
    Outbox outbox, ContributionsContract contract, ChainNode node, ITransactionSender sender, CourierOptions options, TimeProvider clock, Random chance)
{
    private const string Duplicate = "DuplicateContribution";

    private readonly Dictionary<Hash32, (Delivery Delivery, Task<TransactionOutcome> Outcome)> _underWay = [];

    /// <summary>What is in the way; null if nothing is.</summary>
    public string? Trouble { get; private set; }

    private ContractPlace Place => contract.Place;

    /// <summary>Delivers whatever comes, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var backoff = new Backoff(options.Idle, options.LongestIdle, chance);
        try
        {
            for (var troubles = 0; ; troubles = Trouble is null ? 0 : troubles + 1)
            {
                await StepAsync(cancellation);
                await IdleAsync(backoff.After(troubles), cancellation);
            }
        }
        finally
        {
            await LeaveAsync();
        }
    }

    /// <summary>Delivers what is there now, as far as nothing is in the way.</summary>
    public async Task DeliverAsync(CancellationToken cancellation)
    {
        try
        {
            await StepAsync(cancellation);
            while (_underWay.Count > 0 || (Trouble is null && outbox.Count(Place).Queued > 0))
            {
                await (_underWay.Count > 0 ? IdleAsync(options.Idle, cancellation) : Task.CompletedTask);
                await StepAsync(cancellation);
            }
        }
        finally
        {
            await LeaveAsync();
        }
    }

    private async Task StepAsync(CancellationToken cancellation)
    {
        try
        {
            var ended = await EndAsync(cancellation);
            Trouble = await TakeUpAsync(cancellation) ?? await SubmitAsync(cancellation) ?? await ReviewAsync(cancellation) ?? ended;
        }
        catch (Exception error) when (error is ChainException or IOException)
        {
            Trouble = error.Message;
        }
    }

    // Until something that is under way is done, or it is time to look again.
    private Task<Task> IdleAsync(TimeSpan longest, CancellationToken cancellation) =>
        Task.WhenAny([.. _underWay.Values.Select(one => (Task)one.Outcome), Task.Delay(longest, clock, cancellation)]).WaitAsync(cancellation);

    // Those that wait are cancelled along with the courier.
    private async Task LeaveAsync()
    {
        var all = Task.WhenAll(_underWay.Values.Select(one => one.Outcome));
        _underWay.Clear();
        await ((Task)all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<string?> EndAsync(CancellationToken cancellation)
    {
        string? trouble = null;
        foreach (var (content, (delivery, outcome)) in _underWay.Where(one => one.Value.Outcome.IsCompleted).ToArray())
        {
            _underWay.Remove(content);
            trouble = await TakeAsync(delivery, await outcome, cancellation) ?? trouble;
        }

        return trouble;
    }

    // What may be on its way from before, the first that was signed first: a node that does not know it is given it before it is given anything else.
    private async Task<string?> TakeUpAsync(CancellationToken cancellation)
    {
        foreach (var delivery in outbox.Find(Place, DeliveryState.Sent, int.MaxValue).Where(one => !_underWay.ContainsKey(one.Work.ContentId)))
        {
            var trouble = delivery.Submitted!.Account == sender.Account
                ? await LookAsync(delivery, cancellation)
                : await LookAtForeignAsync(delivery, $"it was submitted as {delivery.Submitted.Account}, which is not the account of now, and may still land", cancellation);
            if (trouble is not null)
            {
                return trouble;
            }
        }

        return null;
    }

    private async Task<string?> LookAsync(Delivery delivery, CancellationToken cancellation)
    {
        SentTransaction sent;
        try
        {
            sent = sender.Restore(RequestOf(delivery), delivery.Forms);
        }
        catch (ChainFormatException error)
        {
            return await LookAtForeignAsync(delivery, $"what was signed for it is not what is sent now, and may still land: {error.Message}", cancellation);
        }

        var outcome = await sender.WaitAsync(sent, options.Wait with { GiveUpAfter = TimeSpan.Zero }, cancellation);
        if (outcome is not StillPending { Trouble: null } pending)
        {
            return await TakeAsync(delivery, outcome, cancellation);
        }

        Follow(delivery, pending.Sent, cancellation);
        return null;
    }

    // It holds up nothing else.
    private async Task<string?> LookAtForeignAsync(Delivery delivery, string otherwise, CancellationToken cancellation)
    {
        if (await contract.HasAsync(delivery.Submitted!.Id, cancellation))
        {
            outbox.Land(Place, delivery.Work, await node.HeightAsync(cancellation));
        }
        else
        {
            Note(delivery, otherwise);
        }

        return null;
    }

    private async Task<string?> SubmitAsync(CancellationToken cancellation)
    {
        var queued = outbox.Find(Place, DeliveryState.Queued, Math.Max(0, options.Window - _underWay.Count));
        if (queued.Count == 0)
        {
            return null;
        }

        if (await contract.CurrentRoundAsync(cancellation) is not { Phase: RoundPhase.Submit } round)
        {
            return Note(queued[0], "no round takes contributions now; they wait for the next");
        }

        if (!await contract.IsPeerAsync(sender.Account, cancellation))
        {
            return Note(queued[0], $"no verifier has confirmed yet that {sender.Account} speaks for a peer");
        }

        foreach (var delivery in queued)
        {
            if (await SubmitAsync(delivery, round, cancellation) is { } trouble)
            {
                return Note(delivery, trouble);
            }
        }

        return null;
    }

    private async Task<string?> SubmitAsync(Delivery delivery, ChainRound round, CancellationToken cancellation)
    {
        if (delivery.Submitted is { } before && await contract.HasAsync(before.Id, cancellation))
        {
            outbox.Land(Place, delivery.Work, await node.HeightAsync(cancellation));
            return null;
        }

        var bound = delivery with { Submitted = Submission.Of(delivery.Work, Place, sender.Account, round) };
        try
        {
            Follow(bound, await sender.SendAsync(RequestOf(bound), cancellation), cancellation);
            return null;
        }
        catch (ChainException error) when (error.Error?.Name == Duplicate)
        {
            outbox.Land(Place, delivery.Work, await node.HeightAsync(cancellation));
            return null;
        }
        catch (ChainException error) when (IsRefusal(error.Fault))
        {
            outbox.Requeue(Place, delivery.Work, error.Message);
            return error.Message;
        }
    }

    // Of what has landed, what is so deep that nobody looks again; what is gone, because more was undone than anybody reckoned with, is submitted again.
    private async Task<string?> ReviewAsync(CancellationToken cancellation)
    {
        var landed = outbox.Find(Place, DeliveryState.Landed, options.Window);
        if (landed.Count == 0)
        {
            return null;
        }

        var head = await node.HeightAsync(cancellation);
        foreach (var delivery in landed.Where(one => one.Height + (ulong)options.SettledDepth <= head))
        {
            if (delivery.Submitted is not { } submitted || await contract.HasAsync(submitted.Id, cancellation))
            {
                outbox.Settle(Place, delivery.Work, delivery.Height);
            }
            else
            {
                outbox.Requeue(Place, delivery.Work, "the block that had it was undone");
            }
        }

        return null;
    }

    private async Task<string?> TakeAsync(Delivery delivery, TransactionOutcome outcome, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case Mined mined:
                outbox.Land(Place, delivery.Work, mined.Receipt.Height);
                return null;
            case StillPending pending:
                return Note(delivery, pending.Trouble?.Message ?? "it is in no block yet, or not deep enough");
            default:
                return await RetryAsync(delivery, outcome is Reverted reverted ? $"the contract refused: {reverted.Error}" : null, cancellation);
        }
    }

    private async Task<string?> RetryAsync(Delivery delivery, string? trouble, CancellationToken cancellation)
    {
        if (await contract.HasAsync(delivery.Submitted!.Id, cancellation))
        {
            outbox.Land(Place, delivery.Work, await node.HeightAsync(cancellation));
            return null;
        }

        outbox.Requeue(Place, delivery.Work, trouble);
        return trouble;
    }

    private void Follow(Delivery delivery, SentTransaction sent, CancellationToken cancellation) =>
        _underWay[delivery.Work.ContentId] = (delivery, sender.WaitAsync(sent, options.Wait, cancellation));

    private TransactionRequest RequestOf(Delivery delivery)
    {
        var submitted = delivery.Submitted!;
        return contract.Submit(delivery.Work, submitted.Round, submitted.Parent) with
        {
            OnSigned = (signed, _) =>
            {
                outbox.Keep(Place, delivery.Work, submitted, signed.Bytes);
                return ValueTask.CompletedTask;
            },
        };
    }

    private string Note(Delivery delivery, string trouble)
    {
        if (delivery.Trouble != trouble)
        {
            outbox.Note(Place, delivery.Work, trouble);
        }

        return trouble;
    }

    // By which a node says for certain that it did not take something.
    private static bool IsRefusal(ChainFault fault) => fault
        is ChainFault.WrongChain or ChainFault.InsufficientFunds or ChainFault.NonceTooLow or ChainFault.NonceGap or ChainFault.Underpriced
        or ChainFault.ReplacementUnderpriced or ChainFault.FeeCapBelowBase or ChainFault.GasOutOfRange or ChainFault.Reverted
        or ChainFault.SignatureRefused or ChainFault.Outdated or ChainFault.NotSponsored;
}
