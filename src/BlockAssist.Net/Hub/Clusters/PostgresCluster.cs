using System.Globalization;
using BlockAssist.Net.Links;
using Npgsql;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>A PostgreSQL database for silos; all that is the hub's in it is in the schema <c>blockassist</c>.</summary>
internal sealed class PostgresCluster : ClusterServer
{
    /// <summary>The environment variable of the password, as all of PostgreSQL's clients have it.</summary>
    public const string PasswordVariable = "PGPASSWORD";

    private const int UsualPort = 5432;
    private const string SslWord = "?sslmode=";

    private readonly string _connection;
    private readonly string _address;

    private PostgresCluster(string connection, string address) => (_connection, _address) = (connection, address);

    /// <summary>The database of an address; null if it is none.</summary>
    public static PostgresCluster? Of(Uri uri, Func<string, string?> variable)
    {
        var database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        var (user, password) = WhoIn(uri);
        if (user is null || HostNames.Of(uri) is not { } host || database.Length == 0 || database.Contains('/', StringComparison.Ordinal) || $"{user}{password}{database}".Contains('\0', StringComparison.Ordinal) || !TryReadSsl(uri.Query, out var ssl))
        {
            return null;
        }

        var port = uri.Port > 0 ? uri.Port : UsualPort;
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = host,
            Port = port,
            Database = database,
            Username = user,
            Password = password ?? variable(PasswordVariable),
            SslMode = ssl,
            SearchPath = "blockassist",
            Options = "-c synchronous_commit=on",
            ApplicationName = "blockassist",
        };
        return new PostgresCluster(connection.ConnectionString, string.Create(CultureInfo.InvariantCulture, $"postgres://{user}@{host}:{port}/{database}"));
    }

    /// <inheritdoc/>
    public override string ToString() => _address;

    /// <inheritdoc/>
    internal override async Task<IClusterConnection> OpenAsync(string network, CancellationToken cancellation)
    {
        var source = NpgsqlDataSource.Create(_connection);
        try
        {
            await PostgresTables.MakeAsync(source, _address, cancellation).ConfigureAwait(false);
            return new Connection(source, _address, network);
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"the PostgreSQL database {_address} cannot be used: {error.Message}; {AdviceOn(error)}", error);
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static bool TryReadSsl(string query, out SslMode mode)
    {
        mode = SslMode.Prefer;
        return query.Length == 0
            || (query.StartsWith(SslWord, StringComparison.Ordinal) && Enum.TryParse(query.AsSpan(SslWord.Length).ToString().Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out mode) && Enum.IsDefined(mode));
    }

    private static string AdviceOn(Exception error) => (error as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"give the user's password in {PasswordVariable}, and let pg_hba.conf let this machine in",
        PostgresErrorCodes.InvalidCatalogName => "make the database first, by createdb",
        PostgresErrorCodes.InsufficientPrivilege => "the user must be allowed to make a schema in it: GRANT CREATE ON DATABASE",
        _ => "does the server run, does it listen where this machine reaches it, and is the address of --cluster right?",
    };

    private sealed class Connection(NpgsqlDataSource source, string address, string network) : IClusterConnection
    {
        private const string Invariant = "Npgsql";

        public IRoundLog Log { get; } = new PostgresRoundLog(source, address, network);

        public void FindSilos(ISiloBuilder silo) => silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.DataSource) = (Invariant, source));

        public ValueTask DisposeAsync() => source.DisposeAsync();
    }
}
