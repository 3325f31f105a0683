using BlockAssist.Simulation.Files;
using Npgsql;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>The tables of a hub in PostgreSQL.</summary>
internal static class PostgresTables
{
    // Names the lock among all of a server; chosen by chance.
    private const long Lock = 0x62A5_5157_0C1D_9E73;

    /// <summary>Makes what is absent, while nobody else does.</summary>
    /// <param name="source">The database.</param>
    /// <param name="address">What to call it in errors.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The server does not write down at once what it is told.</exception>
    /// <exception cref="NewerVersionException">What is there is of a newer version; nothing was made.</exception>
    public static async Task MakeAsync(NpgsqlDataSource source, string address, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var asked = new NpgsqlCommand("SHOW fsync", connection);
            if ((string?)await asked.ExecuteScalarAsync(cancellation).ConfigureAwait(false) != "on")
            {
                throw new IOException("the PostgreSQL server may lose what it was told (fsync is off); set fsync = on in its postgresql.conf");
            }

            var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                using var alone = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction) { Parameters = { new() { Value = Lock } } };
                await alone.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
                NewerVersionException.ThrowIfNewer(address, RoundLogs.Kind, await VersionAsync(connection, transaction, cancellation).ConfigureAwait(false), RoundLogs.Version);
                using var make = new NpgsqlCommand(Script(), connection, transaction);
                await make.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
                await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    // Tables from before versions were noted are of version 1.
    private static async Task<long> VersionAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        using var known = new NpgsqlCommand("SELECT to_regclass('blockassist.format') IS NOT NULL", connection, transaction);
        if (await known.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true)
        {
            return RoundLogs.Version;
        }

        using var asked = new NpgsqlCommand("SELECT max(version) FROM blockassist.format", connection, transaction);
        return await asked.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is int version ? version : RoundLogs.Version;
    }

    private static string Script()
    {
        using var stream = typeof(PostgresTables).Assembly.GetManifestResourceStream("tables.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
