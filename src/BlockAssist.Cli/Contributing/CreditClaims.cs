using System.Security.Cryptography;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;
using BlockAssist.Net.Links;
using BlockAssist.Simulation.Files;
using Serilog;

namespace BlockAssist.Cli.Contributing;

/// <summary>Claims what settled rounds credit the account of this node, by the files that say so: its own where it is the hub, and otherwise those of its hub, if their digest is on the chain.</summary>
/// <param name="folder">Where such files are kept.</param>
/// <param name="contract">The contract.</param>
/// <param name="standings">What it has told.</param>
/// <param name="acts">Does it.</param>
/// <param name="hub">The hub; null where this node is it, or is in no swarm.</param>
/// <param name="log">Is told of what cannot be claimed.</param>
internal sealed class CreditClaims(ChainFolder folder, ContributionsContract contract, ChainStandings standings, ChainActs acts, SwarmLink? hub, ILogger log)
{
    /// <summary>Claims all that can be.</summary>
    /// <returns>How many lines.</returns>
    public async Task<int> ClaimAsync(CancellationToken cancellation)
    {
        var (claimed, index) = (0, await standings.CatchUpAsync(cancellation));
        for (var page = new Page(Page.Most); index.Rounds(page) is { Rounds: { Count: > 0 } rounds }; page = page with { Offset = page.Offset + rounds.Count })
        {
            foreach (var round in rounds.Where(round => round.Settlement is { } settled && round.Claimed < settled.Credited))
            {
                claimed += await ClaimAsync(round, cancellation);
            }
        }

        return claimed;
    }

    private async Task<int> ClaimAsync(RoundStanding round, CancellationToken cancellation)
    {
        if (await FindAsync(round.Number, round.Settlement!.Record, cancellation) is not { } settlement)
        {
            log.Warning("Round {Round} credits {Ether} ether, but to whom is in a file that is not to be had: ask the operator of the hub for it", round.Number, round.Settlement.Credited.ToEther());
            return 0;
        }

        return await new CreditLines(contract, acts).ClaimAsync(round.Number, settlement.Credits, account => account == acts.Sender.Account, cancellation);
    }

    private async Task<Settlement?> FindAsync(uint round, Hash32 record, CancellationToken cancellation)
    {
        var file = folder.SettlementOf(contract.Place, round);
        if (Settlement.In(file) is { } kept && kept.Digest == record)
        {
            return kept.Settlement;
        }

        if (hub is null || await hub.SettlementAsync(round, cancellation) is not { } bytes || new Hash32(SHA256.HashData(bytes)) != record)
        {
            return null;
        }

        var settlement = Settlement.Read(bytes, $"the settlement of round {round}");
        AtomicFile.Write(file, stream => stream.Write(bytes));
        return settlement;
    }
}
