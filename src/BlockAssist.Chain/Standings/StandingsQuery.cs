using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>Asks for standings.</summary>
/// <param name="index">The index.</param>
/// <param name="filter">Of what they are.</param>
internal sealed class StandingsQuery(IndexReading index, StandingsFilter filter)
{
    private readonly string _rounds = (filter.Round is null ? "" : " AND round = $round") + (filter.Since is null ? "" : " AND round >= $since");
    private readonly (string, object?)[] _values =
    [
        .. filter.Round is { } round ? [("$round", (long)round)] : ((string, object?)[])[],
        .. filter.Since is { } since ? [("$since", (long)since)] : ((string, object?)[])[],
        .. filter.Kind is { } kind ? [("$kind", (long)kind)] : ((string, object?)[])[],
    ];

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<Standing> All()
    {
        var found = Contributed().ToDictionary(standing => standing.Account);
        foreach (var (account, credit) in Credited())
        {
            Add(found, account, standing => standing with { Credit = credit });
        }

        foreach (var (account, batches) in Batches())
        {
            Add(found, account, standing => standing with { Batches = batches });
        }

        return [.. found.Values
            .OrderByDescending(standing => standing.Credit).ThenByDescending(standing => standing.Contributions.Sum).ThenBy(standing => standing.Account.ToArray(), ByBytes.Order)
            .Select((standing, i) => standing with { Rank = i + 1 })];
    }

    /// <summary>A standing with what is known of its peer.</summary>
    public static Standing WithPeer(IndexReading index, Standing standing)
    {
        (string, object?) account = ("$account", standing.Account.ToArray());
        return standing with
        {
            Peer = index.List("SELECT key FROM peer WHERE account = $account", row => (Hash32?)IndexReading.HashAt(row, 0), account).SingleOrDefault(),
            IsBarred = index.Count("SELECT COUNT(*) FROM barring WHERE account = $account", account) > 0,
        };
    }

    // Work of one kind alone is by those alone who did some.
    private void Add(Dictionary<Address, Standing> found, Address account, Func<Standing, Standing> add)
    {
        if (filter.Kind is null || found.ContainsKey(account))
        {
            found[account] = add(found.GetValueOrDefault(account) ?? new Standing(account));
        }
    }

    private IReadOnlyList<Standing> Contributed() => index.List(
        $"""
        SELECT contributor, {KindCounts.Columns}, SUM(accepts > rejects), SUM(rejects > accepts), COUNT(DISTINCT round), MAX(round)
        FROM contribution WHERE counts = 1{_rounds}{(filter.Kind is null ? "" : " AND kind = $kind")} GROUP BY contributor
        """,
        row => new Standing(IndexReading.AddressAt(row, 0))
        {
            Contributions = IndexReading.KindsAt(row, 1),
            Accepted = row.GetInt32(6),
            Rejected = row.GetInt32(7),
            Rounds = row.GetInt32(8),
            LastRound = (uint)row.GetInt64(9),
        },
        _values);

    private IEnumerable<(Address Account, Wei Credit)> Credited() => index
        .List($"SELECT account, amount FROM claim WHERE 1{_rounds}", row => (Account: IndexReading.AddressAt(row, 0), Amount: IndexReading.NumberAt(row, 1)), _values)
        .GroupBy(claim => claim.Account, (account, claims) => (account, new Wei(claims.Aggregate(BigInteger.Zero, (sum, claim) => sum + claim.Amount))));

    private IReadOnlyList<(Address Account, int Batches)> Batches() => index.List(
        $"SELECT contributor, COUNT(*) FROM batch WHERE 1{_rounds} GROUP BY contributor", row => (IndexReading.AddressAt(row, 0), row.GetInt32(1)), _values);
}
