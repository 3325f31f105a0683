using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Databases;
using BlockAssist.Chain.Values;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Outboxes;

/// <summary>What was contributed from here, and how far it is on its way to which contract: on disk before anything is sent, and known by its content, so that adding it twice is adding it once.</summary>
/// <remarks>An SQLite file that several processes may use. Each change survives a cut of the power. Throws <see cref="InvalidDataException"/> if the file is damaged, <see cref="IOException"/> if it cannot be used now.</remarks>
/// <param name="path">The file; made if need be.</param>
/// <param name="patience">How long another process is waited for that writes; 30 seconds.</param>
public sealed class Outbox(string path, TimeSpan? patience = null) : IDisposable
{
    private const string Fields = """
        contribution.content, contribution.kind, contribution.demonstrations, contribution.result, COALESCE(delivery.state, 0), COALESCE(delivery.height, 0), delivery.trouble,
        delivery.account, delivery.round, delivery.parent, delivery.id
        """;

    private const string Joined = "FROM contribution LEFT JOIN delivery ON delivery.content = contribution.content AND delivery.place = $place";

    private readonly OutboxFile _file = new(path, patience ?? TimeSpan.FromSeconds(30));

    /// <summary>Adds what was contributed at once: all of it, or nothing.</summary>
    /// <param name="origin">Where it can be looked at: the name of an episode, or a round.</param>
    /// <param name="works">What was done there; nothing notes that there is nothing.</param>
    /// <param name="at">When.</param>
    /// <returns>How much of it was not there already.</returns>
    public int Add(string origin, IReadOnlyList<Work> works, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(works);
        return _file.Together([
            ("INSERT INTO origin (name) VALUES ($name) ON CONFLICT (name) DO NOTHING", [("$name", origin)]),
            .. works.Select(work => ("""
                INSERT INTO contribution (content, kind, demonstrations, result, origin, at_ms) VALUES ($content, $kind, $demonstrations, $result, $origin, $at)
                ON CONFLICT (content) DO NOTHING
                """,
                (IReadOnlyList<(string, object?)>)[
                    ("$content", work.ContentId.ToArray()), ("$kind", (int)work.Kind), ("$demonstrations", work.Demonstrations.ToArray()), ("$result", work.Update.ToArray()),
                    ("$origin", origin), ("$at", at.ToUnixTimeMilliseconds()),
                ])),
        ])[1..].Sum();
    }

    /// <summary>All that can be looked at somewhere and was added.</summary>
    public IReadOnlySet<string> Origins() => _file.Use(connection => connection.List("SELECT name FROM origin", row => row.GetString(0))).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is so far on its way to a contract: in the order in which it was signed, landed, or added.</summary>
    /// <param name="place">The contract.</param>
    /// <param name="state">How far it is.</param>
    /// <param name="most">How much at most.</param>
    public IReadOnlyList<Delivery> Find(ContractPlace place, DeliveryState state, int most) => _file.Use(connection =>
    {
        var found = connection.List(
            $"""
            SELECT {Fields} {Joined} WHERE COALESCE(delivery.state, 0) = $state
            ORDER BY (SELECT MIN(form.rowid) FROM form WHERE form.content = contribution.content AND form.place = $place), delivery.height, contribution.rowid LIMIT $most
            """,
            row => (Delivery: Read(row), Content: row.GetFieldValue<byte[]>(0)),
            ("$place", TextOf(place)), ("$state", (int)state), ("$most", most));
        return (IReadOnlyList<Delivery>)[.. found.Select(one => one.Delivery with { Forms = FormsOf(connection, place, one.Content) })];
    });

    /// <summary>How many contributions are how far with a contract.</summary>
    public OutboxCount Count(ContractPlace place) => _file.Use(connection =>
    {
        var counts = new int[4];
        foreach (var (state, count) in connection.List($"SELECT COALESCE(delivery.state, 0), COUNT(*) {Joined} GROUP BY 1", row => (row.GetInt32(0), row.GetInt32(1)), ("$place", TextOf(place))))
        {
            counts[state] = count;
        }

        return new OutboxCount(counts[0], counts[1], counts[2] + counts[3]);
    });

    /// <summary>What was in the way of a contract last; null if nothing is.</summary>
    public string? TroubleOf(ContractPlace place) => _file.Use(connection => connection.List(
        "SELECT trouble FROM delivery WHERE place = $place AND state < 2 AND trouble IS NOT NULL ORDER BY changed DESC LIMIT 1",
        row => row.GetString(0),
        ("$place", TextOf(place))).FirstOrDefault());

    /// <summary>Something was signed that submits work: kept before it is sent.</summary>
    internal void Keep(ContractPlace place, Work work, Submission submitted, ReadOnlyMemory<byte> form) => _file.Together(
    [
        ("""
            INSERT INTO delivery (content, place, state, account, round, parent, id) VALUES ($content, $place, 1, $account, $round, $parent, $id)
            ON CONFLICT (content, place) DO UPDATE SET state = 1, account = $account, round = $round, parent = $parent, id = $id, changed = unixepoch('subsec')
            """,
        [
            ("$content", work.ContentId.ToArray()), ("$place", TextOf(place)), ("$account", submitted.Account.ToArray()), ("$round", (long)submitted.Round),
            ("$parent", submitted.Parent.ToArray()), ("$id", submitted.Id.ToArray()),
        ]),
        ("INSERT INTO form (content, place, bytes) VALUES ($content, $place, $bytes)",
            [("$content", work.ContentId.ToArray()), ("$place", TextOf(place)), ("$bytes", form.ToArray())]),
    ]);

    /// <summary>Nothing of it is on its way any more, nor did it land: it is submitted anew.</summary>
    internal void Requeue(ContractPlace place, Work work, string? trouble) => End(place, work, DeliveryState.Queued, height: 0, trouble);

    /// <summary>The contract has it.</summary>
    internal void Land(ContractPlace place, Work work, ulong height) => End(place, work, DeliveryState.Landed, height, trouble: null);

    /// <summary>Nobody needs to look again.</summary>
    internal void Settle(ContractPlace place, Work work, ulong height) => End(place, work, DeliveryState.Settled, height, trouble: null);

    /// <summary>What is in the way.</summary>
    internal void Note(ContractPlace place, Work work, string? trouble) => _file.Change(
        """
        INSERT INTO delivery (content, place, state, trouble) VALUES ($content, $place, 0, $trouble)
        ON CONFLICT (content, place) DO UPDATE SET trouble = $trouble, changed = unixepoch('subsec')
        """,
        ("$content", work.ContentId.ToArray()), ("$place", TextOf(place)), ("$trouble", trouble));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void End(ContractPlace place, Work work, DeliveryState state, ulong height, string? trouble) => _file.Together(
    [
        ("""
            INSERT INTO delivery (content, place, state, height, trouble) VALUES ($content, $place, $state, $height, $trouble)
            ON CONFLICT (content, place) DO UPDATE SET state = $state, height = $height, trouble = $trouble, changed = unixepoch('subsec')
            """,
            [("$content", work.ContentId.ToArray()), ("$place", TextOf(place)), ("$state", (int)state), ("$height", (long)height), ("$trouble", trouble)]),
        ("DELETE FROM form WHERE content = $content AND place = $place", [("$content", work.ContentId.ToArray()), ("$place", TextOf(place))]),
    ]);

    private static string TextOf(ContractPlace place) => place.ToString();

    private static Delivery Read(SqliteDataReader row) =>
        new(new Work((WorkKind)row.GetInt32(1), HashAt(row, 2), HashAt(row, 3)), (DeliveryState)row.GetInt32(4))
        {
            Height = (ulong)row.GetInt64(5),
            Trouble = row.IsDBNull(6) ? null : row.GetString(6),
            Submitted = row.IsDBNull(7) ? null : new Submission(new Address(row.GetFieldValue<byte[]>(7)), (uint)row.GetInt64(8), HashAt(row, 9), HashAt(row, 10)),
        };

    private static Hash32 HashAt(SqliteDataReader row, int column) => new(row.GetFieldValue<byte[]>(column));

    private static List<ReadOnlyMemory<byte>> FormsOf(SqliteConnection connection, ContractPlace place, byte[] content) => connection.List<ReadOnlyMemory<byte>>(
        "SELECT bytes FROM form WHERE content = $content AND place = $place ORDER BY rowid",
        row => row.GetFieldValue<byte[]>(0),
        ("$content", content), ("$place", TextOf(place)));
}
