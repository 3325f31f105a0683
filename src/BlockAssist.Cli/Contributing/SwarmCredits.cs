using System.Globalization;
using System.Numerics;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a hub's rounds on the chain credit: of all that the swarm's records credit, what nobody can lose any more and was not paid before.</summary>
/// <param name="folder">Where settlements are kept; each is written down before it is on the chain, and then not made anew.</param>
/// <param name="records">The swarm's records.</param>
/// <param name="contract">The contract.</param>
/// <param name="worth">What a credit of the swarm is worth.</param>
internal sealed class SwarmCredits(ChainFolder folder, SignedRecords records, ContributionsContract contract, Wei worth)
{
    // The smallest that credit is told in.
    private const int StepsACredit = 1_000_000;

    /// <summary>What a round is settled with, and the digest of the file that says so.</summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(Settlement Settlement, Hash32 Digest)> OfAsync(ChainRound round, CancellationToken cancellation)
    {
        var file = folder.SettlementOf(contract.Place, round.Number);
        if (Settlement.In(file) is { } known)
        {
            return known;
        }

        (await MakeAsync(round, cancellation)).Keep(file);
        return Settlement.In(file)!.Value;
    }

    /// <summary>What a round was settled with; null if it was not with anything.</summary>
    public Settlement? Kept(uint round) => Settlement.In(folder.SettlementOf(contract.Place, round))?.Settlement;

    private async Task<Settlement> MakeAsync(ChainRound round, CancellationToken cancellation)
    {
        var (paid, last) = Before(round.Number);
        var (book, peers, fresh) = (new CreditBook(), new SortedSet<PeerId>(), new List<SettledRecord>());
        foreach (var number in records.Rounds())
        {
            if (records.Read(number) is { } found)
            {
                book.Take(found.Record);
                peers.UnionWith(CreditShare.AllOf(found.Record).Select(one => one.Peer));
                if (number > last)
                {
                    fresh.Add(new SettledRecord(number, found.Digest.ToString()[2..]));
                }
            }
        }

        var (lines, left) = (new List<SettledLine>(), round.Pool.Value);
        foreach (var peer in peers)
        {
            var owed = BigInteger.Min(left, (new BigInteger(Math.Floor(book.FreeOf(peer) * StepsACredit)) * worth.Value / StepsACredit) - paid.GetValueOrDefault(peer.ToString()));
            if (owed.Sign > 0 && await contract.AccountOfAsync(PeerBinding.KeyOf(peer), cancellation) is { } account)
            {
                lines.Add(new SettledLine(peer.ToString(), account.ToString(), owed.ToString(CultureInfo.InvariantCulture)));
                left -= owed;
            }
        }

        return new Settlement(round.Number, fresh, lines);
    }

    // What was credited to whom in earlier rounds, and up to which record.
    private (Dictionary<string, BigInteger> Paid, ulong LastRecord) Before(uint round)
    {
        var (paid, last) = (new Dictionary<string, BigInteger>(StringComparer.Ordinal), 0UL);
        for (var number = 1U; number < round; number++)
        {
            if (Kept(number) is { } settled)
            {
                foreach (var line in settled.Lines)
                {
                    paid[line.Peer] = paid.GetValueOrDefault(line.Peer) + line.Amount.Value;
                }

                last = settled.Records.Select(record => record.Round).Append(last).Max();
            }
        }

        return (paid, last);
    }
}
