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

    /// <summary>What a round gives to whom, and the digest of the evidence for it.</summary>
    public Func<uint, (Hash32 Record, CreditTree Credits)> Settlement { get; init; } = _ => (default, new CreditTree([]));

    /// <summary>What is put in the pool of a round.</summary>
    public Wei Pool { get; init; }

    /// <summary>Does what is due.</summary>
    /// <returns>The round that is open now, or over but not long enough.</returns>
    public async Task<ChainRound> KeepAsync(CancellationToken cancellation)
    {
        var round = await contract.CurrentRoundAsync(cancellation);
        if (round is { Phase: RoundPhase.Reveal } && (ulong)clock.GetUtcNow().ToUnixTimeSeconds() >= round.RevealUntil)
        {
            var (record, credits) = Settlement(round.Number);
            await acts.DoAsync($"settling round {round.Number}", contract.SettleRound(round.Number, Model(), record, credits), cancellation);
            round = null;
        }

        if (round is null or { Phase: RoundPhase.Settled })
        {
            await acts.DoAsync("opening a round", contract.OpenRound(Model(), plan.Submit, plan.Attest, plan.Reveal, Pool), cancellation);
            round = await contract.CurrentRoundAsync(cancellation);
        }

        return round!;
    }
}
