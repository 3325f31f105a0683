using System.Numerics;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>The standings once more, by going over all events each time: what the index must come to, and what it must be quicker than.</summary>
internal static class NaiveStandings
{
    public static IReadOnlyList<Standing> Of(IEnumerable<ToldEvent> told, StandingsFilter filter)
    {
        var events = told.ToLookup(one => one.Name);
        var verdicts = events["Attested"].ToLookup(one => (Hash32)one.Values[0], one => (bool)one.Values[2]);
        var contributions = events["ContributionSubmitted"]
            .GroupBy(one => (one.Values[1], one.Values[3], one.Values[4], one.Values[5]), (_, same) => same.First())
            .Where(one => IsMeant((uint)one.Values[2]) && (filter.Kind is null || filter.Kind == (byte)one.Values[3]))
            .ToLookup(one => (Address)one.Values[1]);
        var credits = events["CreditClaimed"].Where(one => IsMeant((uint)one.Values[0])).ToLookup(one => (Address)one.Values[1], one => ((Wei)one.Values[3]).Value);
        var batches = events["BatchSubmitted"].Where(one => IsMeant((uint)one.Values[2])).ToLookup(one => (Address)one.Values[1]);
        var keys = events["PeerConfirmed"].ToDictionary(one => (Address)one.Values[0], one => (Hash32)one.Values[1]);
        var barred = events["PeerBarred"].Select(one => (Address)one.Values[0]).ToHashSet();

        var accounts = contributions.Select(one => one.Key);
        accounts = filter.Kind is null ? accounts.Union(credits.Select(one => one.Key)).Union(batches.Select(one => one.Key)) : accounts;
        return [.. accounts.Select(StandingOf)
            .OrderByDescending(one => one.Credit.Value).ThenByDescending(one => one.Contributions.Sum).ThenBy(one => Convert.ToHexString(one.Account.ToArray()), StringComparer.Ordinal)
            .Select((one, i) => one with { Rank = i + 1 })];

        bool IsMeant(uint round) => (filter.Round is null || round == filter.Round) && (filter.Since is null || round >= filter.Since);

        Standing StandingOf(Address account) => new(account)
        {
            Peer = keys.TryGetValue(account, out var key) ? key : null,
            IsBarred = barred.Contains(account),
            Contributions = new KindCounts(
                contributions[account].Count(one => (byte)one.Values[3] == 0), contributions[account].Count(one => (byte)one.Values[3] == 1), contributions[account].Count(one => (byte)one.Values[3] == 2),
                contributions[account].Count(one => (byte)one.Values[3] == 3), contributions[account].Count(one => (byte)one.Values[3] > 3)),
            Accepted = contributions[account].Count(one => Balance(one) > 0),
            Rejected = contributions[account].Count(one => Balance(one) < 0),
            Rounds = contributions[account].Select(one => (uint)one.Values[2]).Distinct().Count(),
            LastRound = contributions[account].Select(one => (uint?)(uint)one.Values[2]).Max(),
            Batches = batches[account].Count(),
            Credit = new Wei(credits[account].Aggregate(BigInteger.Zero, (sum, amount) => sum + amount)),
        };

        int Balance(ToldEvent submitted) => verdicts[(Hash32)submitted.Values[0]].Sum(accepts => accepts ? 1 : -1);
    }
}
