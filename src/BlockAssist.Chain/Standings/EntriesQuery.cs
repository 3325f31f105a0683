using BlockAssist.Chain.Values;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Standings;

/// <summary>Asks for what was told one by one, the newest first.</summary>
/// <param name="index">The index.</param>
/// <param name="column">By which column entries are looked for: whose they are, or of which round.</param>
/// <param name="value">What is in that column.</param>
internal sealed class EntriesQuery(IndexReading index, EntryColumn column, object value)
{
    private readonly (string, object?) _value = ("$value", value);

    /// <summary>Contributions with their verdicts.</summary>
    public IReadOnlyList<ToldContribution> Contributions(Page page) => [.. index.List(
        $"""
        SELECT id, contributor, kind, round, demonstrations, "update", at, tx,
            (SELECT first.round FROM contribution AS first
             WHERE first.contributor = told.contributor AND first.kind = told.kind AND first.demonstrations = told.demonstrations AND first."update" = told."update" AND first.counts = 1)
        FROM contribution AS told WHERE {Column("contributor")} = $value ORDER BY at DESC LIMIT $top OFFSET $offset
        """,
        ReadContribution, [_value, .. page.Values]).Select(told => told with { Verdicts = VerdictsOf(told.Id) })];

    /// <summary>How many contributions there are.</summary>
    public int ContributionsTotal() => index.Count($"SELECT COUNT(*) FROM contribution WHERE {Column("contributor")} = $value", _value);

    /// <summary>Credits.</summary>
    public IReadOnlyList<ToldCredit> Credits(Page page) => index.List(
        $"""SELECT round, account, "index", amount, at, tx FROM claim WHERE {Column("account")} = $value ORDER BY at DESC LIMIT $top OFFSET $offset""",
        row => new ToldCredit((uint)row.GetInt64(0), IndexReading.AddressAt(row, 1), IndexReading.NumberAt(row, 2), IndexReading.WeiAt(row, 3), index.ToldAt(row, 4)),
        [_value, .. page.Values]);

    /// <summary>How many credits there are.</summary>
    public int CreditsTotal() => index.Count($"SELECT COUNT(*) FROM claim WHERE {Column("account")} = $value", _value);

    /// <summary>Batches.</summary>
    public IReadOnlyList<ToldBatch> Batches(Page page) => index.List(
        $"SELECT batch, contributor, round, root, count, at, tx FROM batch WHERE {Column("contributor")} = $value ORDER BY at DESC LIMIT $top OFFSET $offset",
        row => new ToldBatch(
            IndexReading.HashAt(row, 0), IndexReading.AddressAt(row, 1), (uint)row.GetInt64(2), IndexReading.HashAt(row, 3), (uint)row.GetInt64(4), index.ToldAt(row, 5)),
        [_value, .. page.Values]);

    /// <summary>What verifiers say of what an account contributed in a round.</summary>
    public static IReadOnlyList<ToldVerdict> VerdictsOf(IndexReading index, Address account, uint round) => index.List(
        """
        SELECT verdict.id, verdict.verifier, verdict.accepts, verdict.score, verdict.at, verdict.tx
        FROM contribution JOIN verdict ON verdict.id = contribution.id WHERE contribution.round = $round AND contribution.contributor = $account ORDER BY verdict.at
        """,
        row => ReadVerdict(index, row), ("$round", (long)round), ("$account", account.ToArray()));

    private IReadOnlyList<ToldVerdict> VerdictsOf(Hash32 id) => index.List(
        "SELECT id, verifier, accepts, score, at, tx FROM verdict WHERE id = $id ORDER BY at", row => ReadVerdict(index, row), ("$id", id.ToArray()));

    private ToldContribution ReadContribution(SqliteDataReader row) => new(
        IndexReading.HashAt(row, 0), IndexReading.AddressAt(row, 1), (byte)row.GetInt64(2), (uint)row.GetInt64(3), IndexReading.HashAt(row, 4), IndexReading.HashAt(row, 5),
        (uint)row.GetInt64(8), [], index.ToldAt(row, 6));

    private static ToldVerdict ReadVerdict(IndexReading index, SqliteDataReader row) =>
        new(IndexReading.HashAt(row, 0), IndexReading.AddressAt(row, 1), row.GetInt64(2) != 0, (uint)row.GetInt64(3), index.ToldAt(row, 4));

    private string Column(string account) => column == EntryColumn.Round ? "round" : account;
}
