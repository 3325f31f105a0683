using System.Numerics;
using BlockAssist.Chain.Values;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Standings;

/// <summary>Asks for rounds.</summary>
/// <param name="index">The index.</param>
internal sealed class RoundsQuery(IndexReading index)
{
    private const string Rounds = """
        SELECT opening.round, opening.parent, opening.pool, opening.at, opening.tx, settlement.model, settlement.record, settlement.credited, settlement.at, settlement.tx
        FROM opening LEFT JOIN settlement ON settlement.round = opening.round
        """;

    /// <summary>Some of them, the newest first.</summary>
    public IReadOnlyList<RoundStanding> List(Page page) => Complete(index.List($"{Rounds} ORDER BY opening.round DESC LIMIT $top OFFSET $offset", Read, page.Values));

    /// <summary>One; null if there is none of the number.</summary>
    public RoundStanding? Find(uint number) => Complete(index.List($"{Rounds} WHERE opening.round = $round", Read, ("$round", (long)number))).SingleOrDefault();

    /// <summary>How one was settled; null while it is open.</summary>
    public RoundSettlement? SettlementOf(uint number) => index.List($"{Rounds} WHERE opening.round = $round", Read, ("$round", (long)number)).SingleOrDefault()?.Settlement;

    private List<RoundStanding> Complete(IReadOnlyList<RoundStanding> rounds)
    {
        if (rounds.Count == 0)
        {
            return [];
        }

        (string, object?)[] bounds = [("$low", (long)rounds.Min(round => round.Number)), ("$high", (long)rounds.Max(round => round.Number))];
        var counts = index.List(
            $"SELECT round, {KindCounts.Columns}, COUNT(DISTINCT contributor) FROM contribution WHERE counts = 1 AND round BETWEEN $low AND $high GROUP BY round",
            row => (Round: RoundAt(row), Kinds: IndexReading.KindsAt(row, 1), Contributors: row.GetInt32(6)), bounds).ToDictionary(one => one.Round);
        var repeated = Counted("contribution", "counts = 0 AND ", bounds);
        var batches = Counted("batch", "", bounds);
        var claimed = index
            .List("SELECT round, amount FROM claim WHERE round BETWEEN $low AND $high", row => (Round: RoundAt(row), Amount: IndexReading.NumberAt(row, 1)), bounds)
            .GroupBy(claim => claim.Round).ToDictionary(claims => claims.Key, claims => claims.Aggregate(BigInteger.Zero, (sum, claim) => sum + claim.Amount));
        return [.. rounds.Select(round => round with
        {
            Contributions = counts.GetValueOrDefault(round.Number).Kinds ?? KindCounts.None,
            Contributors = counts.GetValueOrDefault(round.Number).Contributors,
            Repeated = repeated.GetValueOrDefault(round.Number),
            Batches = batches.GetValueOrDefault(round.Number),
            Claimed = new Wei(claimed.GetValueOrDefault(round.Number)),
        })];
    }

    private Dictionary<uint, int> Counted(string table, string which, (string, object?)[] bounds) => index
        .List($"SELECT round, COUNT(*) FROM {table} WHERE {which}round BETWEEN $low AND $high GROUP BY round", row => (Round: RoundAt(row), Count: row.GetInt32(1)), bounds)
        .ToDictionary(one => one.Round, one => one.Count);

    private RoundStanding Read(SqliteDataReader row)
    {
        var parent = IndexReading.HashAt(row, 1);
        return new RoundStanding(RoundAt(row), parent, IndexReading.WeiAt(row, 2), index.ToldAt(row, 3)) { Settlement = row.IsDBNull(5) ? null : ReadSettlement(row, parent) };
    }

    private RoundSettlement ReadSettlement(SqliteDataReader row, Hash32 parent)
    {
        var model = IndexReading.HashAt(row, 5);
        return new RoundSettlement(model, model != parent, IndexReading.HashAt(row, 6), IndexReading.WeiAt(row, 7), index.ToldAt(row, 8));
    }

    private static uint RoundAt(SqliteDataReader row) => (uint)row.GetInt64(0);
}
