using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Cli.Contributing;

/// <summary>Keeps a round open in which contributions can be submitted: settles one that is over, and opens the next.</summary>
/// <param name="contract">The contract.</param>
/// <param name="acts">Does it, as the hub.</param>
/// <param name="plan">How long rounds are.</param>
/// <param name="clock">What time it is.</param>
internal sealed class RoundKeeper(ContributionsContract contract, ChainActs acts, RoundTimes plan, TimeProvider clock)
{
    /// <summary>The model that plays now.</summary>
    public required Func<Hash32> Model { get; init; }

    /// <summary>What a round credits to whom; null where nobody is credited anything.</summary>
    public SwarmCredits? Credits { get; init; }

    /// <summary>How much is in the pool of a round when it is opened, at least.</summary>
    public Wei Pool { get; init; }

    /// <summary>Whether claims are made for all whom a round credits, since they cost nothing.</summary>
    public bool ClaimsForAll { get; init; }

    /// <summary>Does what is due.</summary>
    /// <returns>The round that is open now, or over but not long enough.</returns>
    public async Task<ChainRound> KeepAsync(CancellationToken cancellation)
    {
        var round = await contract.CurrentRoundAsync(cancellation);
        if (round is { Phase: RoundPhase.Reveal } && (ulong)clock.GetUtcNow().ToUnixTimeSeconds() >= round.RevealUntil)
        {
            var (settlement, digest) = Credits is null ? (new Settlement(round.Number, [], []), default) : await Credits.OfAsync(round, cancellation);
            await acts.DoAsync($"settling round {round.Number}", contract.SettleRound(round.Number, Model(), digest, settlement.Credits), cancellation);
            round = await contract.CurrentRoundAsync(cancellation);
        }

        await ClaimAsync(round, cancellation);

        if (round is null or { Phase: RoundPhase.Settled })
        {
            var reserve = await contract.ReserveAsync(cancellation);
            await acts.DoAsync("opening a round", contract.OpenRound(Model(), plan.Submit, plan.Attest, plan.Reveal, reserve < Pool ? Pool - reserve : Wei.Zero), cancellation);
            round = await contract.CurrentRoundAsync(cancellation);
        }

        return round!;
    }

    // Of the round that was settled last, whatever was not claimed when this was done before.
    private async Task ClaimAsync(ChainRound? current, CancellationToken cancellation)
    {
        if (!ClaimsForAll || Credits is null || current is null)
        {
            return;
        }

        var last = current.Phase == RoundPhase.Settled ? current : current.Number > 1 ? await contract.RoundAsync(current.Number - 1, cancellation) : null;
        if (last is null || last.Pool == Wei.Zero || Credits.Kept(last.Number) is not { Credits: var credits })
        {
            return;
        }

        await new CreditLines(contract, acts).ClaimAsync(last.Number, credits, _ => true, cancellation);
    }
}
