using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Databases;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Values;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Standings;

/// <summary>Brings an index from one look at the chain to the next, each as a whole or not at all.</summary>
internal sealed class IndexWriter : IDisposable
{
    private const int Contradiction = 19;

    private readonly SqliteConnection _connection;
    private readonly FactInserts _facts;
    private long _seen;

    // Whether there may be rows of blocks that were not final when it was opened.
    private bool _hasOpen = true;

    /// <summary>A writer of a file that was opened; disposes it.</summary>
    public IndexWriter(SqliteConnection connection, ContributionsArtifact artifact)
    {
        (_connection, _facts) = (connection, new FactInserts(connection, artifact.Abi));
        try
        {
            Guarded(_ => Begin());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The last block that counts as done; null if none was read.</summary>
    public BlockPoint? Done { get; private set; }

    /// <summary>The hash of the block with which it begins; null if nothing is final.</summary>
    public Hash32? First { get; private set; }

    /// <summary>Takes up what a look at the chain brought.</summary>
    /// <param name="step">What it brought.</param>
    /// <param name="first">The hash of the block with which the index begins.</param>
    /// <exception cref="UnfitIndexException">The index cannot be gone on with.</exception>
    public void Write(LogStep step, Hash32? first)
    {
        var seen = (long)step.Next - 1;
        if (step.Trouble is null && (_hasOpen || step.Changes.Count > 0 || step.Done != Done || seen != _seen))
        {
            Guarded(transaction =>
            {
                Demand(IndexSchema.Form);
                if (_hasOpen)
                {
                    RemoveFrom((ulong)(_seen + 1));
                }

                Apply(step.Changes, transaction);
                Keep(step.Done, step.Done is null ? null : first, seen);
            });
            (Done, First, _seen, _hasOpen) = (step.Done, step.Done is null ? null : first, seen, false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _facts.Dispose();
        _connection.Dispose();
    }

    // What was not final is read again, and stays until then.
    private void Begin()
    {
        using var command = _connection.Command("SELECT done, done_hash, first_hash, first FROM meta");
        using var row = command.ExecuteReader();
        if (!row.Read())
        {
            throw new UnfitIndexException(RebuildCause.Damaged);
        }

        Done = row.IsDBNull(0) ? null : new BlockPoint((ulong)row.GetInt64(0), new Hash32(row.GetFieldValue<byte[]>(1)));
        First = row.IsDBNull(2) ? null : new Hash32(row.GetFieldValue<byte[]>(2));
        _seen = (long?)Done?.Height ?? row.GetInt64(3) - 1;
    }

    private void Apply(IReadOnlyList<ChainLog> changes, SqliteTransaction transaction)
    {
        if (changes.Where(change => change.Change == LogChange.Removed).Select(change => (ulong?)change.Log.Height).Min() is { } undone)
        {
            RemoveFrom(undone);
        }

        var seen = _seen;
        foreach (var (log, change) in changes)
        {
            // What becomes final has been seen, unless it was final when it was first read.
            if (change == LogChange.Seen || (change == LogChange.Final && (long)log.Height > seen))
            {
                _facts.Add(log, transaction);
            }

            seen = change == LogChange.Seen ? Math.Max(seen, (long)log.Height) : seen;
        }
    }

    private void RemoveFrom(ulong height)
    {
        foreach (var (_, table) in IndexSchema.Facts)
        {
            _connection.Run($"DELETE FROM {table} WHERE at >= $at", ("$at", LogPlace.FirstOf(height)));
        }
    }

    private void Keep(BlockPoint? done, Hash32? first, long seen) => _connection.Run(
        "UPDATE meta SET done = $done, done_hash = $hash, first_hash = $first, seen = $seen",
        ("$done", (long?)done?.Height), ("$hash", done?.Hash.ToArray()), ("$first", first?.ToArray()), ("$seen", seen < 0 ? null : seen));

    // Somebody who read it may have found damage.
    private void Demand(long form)
    {
        if (_connection.Number("PRAGMA user_version") != form)
        {
            throw new UnfitIndexException(RebuildCause.Damaged);
        }
    }

    private void Guarded(Action<SqliteTransaction> write)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            write(transaction);
            transaction.Commit();
        }
        catch (SqliteException error) when (IndexFile.IsDamage(error) || error.SqliteErrorCode == Contradiction)
        {
            throw new UnfitIndexException(RebuildCause.Damaged, error);
        }
        catch (SqliteException error)
        {
            throw new IOException($"the index cannot be written: {error.Message}", error);
        }
    }
}
