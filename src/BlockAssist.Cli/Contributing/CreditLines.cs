using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Cli.Contributing;

/// <summary>Claims lines of settled rounds, as far as nobody has.</summary>
/// <param name="contract">The contract.</param>
/// <param name="acts">Does it.</param>
internal sealed class CreditLines(ContributionsContract contract, ChainActs acts)
{
    /// <summary>Claims them.</summary>
    /// <param name="round">The round.</param>
    /// <param name="credits">Its lines.</param>
    /// <param name="isFor">For which accounts.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were claimed.</returns>
    public async Task<int> ClaimAsync(uint round, CreditTree credits, Func<Address, bool> isFor, CancellationToken cancellation)
    {
        var claimed = 0;
        for (var line = 0; line < credits.Lines.Count; line++)
        {
            var account = credits.Lines[line].Account;
            if (isFor(account) && !await contract.IsClaimedAsync(round, line, cancellation))
            {
                await acts.DoAsync($"claiming credit of round {round} for {account}", contract.Claim(round, credits, line), cancellation);
                claimed++;
            }
        }

        return claimed;
    }
}
