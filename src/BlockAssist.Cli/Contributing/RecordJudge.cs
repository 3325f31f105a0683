using System.Security.Cryptography;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>Whether the swarm's records say of peers what they say of themselves.</summary>
/// <param name="records">The records.</param>
/// <param name="contract">Says for whom accounts speak.</param>
internal sealed class RecordJudge(SignedRecords records, ContributionsContract contract)
{
    // A score is in thousandths of a credit.
    private const double ScoreACredit = 1000;

    /// <summary>Judges contributions. What no record tells of is not accepted; of sessions, which records never tell of, it says nothing.</summary>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(IReadOnlyList<ToldContribution> contributions, CancellationToken cancellation)
    {
        var known = contributions.Where(one => (WorkKind)one.Kind is WorkKind.Training or WorkKind.Verifying or WorkKind.Clips).ToArray();
        var peers = new Dictionary<Address, PeerId?>();
        foreach (var account in known.Select(one => one.Contributor).Distinct())
        {
            peers[account] = await contract.PeerAsync(account, cancellation) is (PeerState.Confirmed, var key) ? new PeerId(key.ToArray()) : null;
        }

        var credits = CreditsOf([.. peers.Values.OfType<PeerId>()]);
        return [.. known.Select(one => VerdictOn(one, peers[one.Contributor] is { } peer && credits.TryGetValue((peer, WorkOf(one)), out var credit) ? credit : null))];
    }

    private static Work WorkOf(ToldContribution told) => new((WorkKind)told.Kind, told.Demonstrations, told.Update);

    private static Verdict VerdictOn(ToldContribution told, double? credit) => new(
        told.Id, credit is not null, (uint)Math.Clamp(Math.Round((credit ?? 0) * ScoreACredit), 0, uint.MaxValue), new Hash32(RandomNumberGenerator.GetBytes(Hash32.Bytes)));

    private Dictionary<(PeerId, Work), double?> CreditsOf(HashSet<PeerId> peers)
    {
        var credits = new Dictionary<(PeerId, Work), double?>();
        foreach (var round in peers.Count == 0 ? [] : records.Rounds())
        {
            if (records.Read(round) is { } found)
            {
                foreach (var peer in peers)
                {
                    foreach (var (work, credit) in RoundContributions.Of(found.Record, found.Digest, peer))
                    {
                        credits.TryAdd((peer, work), credit);
                    }
                }
            }
        }

        return credits;
    }
}
