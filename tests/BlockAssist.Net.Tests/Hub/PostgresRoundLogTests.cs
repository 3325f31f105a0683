using BlockAssist.Net.Hub.Clusters;
using Npgsql;

namespace BlockAssist.Net.Tests.Hub;

public sealed class PostgresRoundLogTests : ServedRoundLogContract
{
    private PostgresServer? _server;

    [Fact]
    public async Task The_password_is_taken_from_the_environment_where_the_address_has_none()
    {
        var server = ClusterServer.Parse(_server!.Address, name => name == "PGPASSWORD" ? PostgresServer.Password : null);

        await using var connection = await server.OpenAsync("garden", CancellationToken.None);

        Assert.Equal(0UL, await connection.Log.LastRoundAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_wrong_password_is_said_to_be_so_and_not_repeated()
    {
        var server = ClusterServer.Parse(_server!.Address, _ => "wr0ng");

        var error = await Assert.ThrowsAsync<IOException>(() => server.OpenAsync("garden", CancellationToken.None));

        Assert.Contains(_server.Address, error.Message, StringComparison.Ordinal);
        Assert.Contains("PGPASSWORD", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_absent_is_said_to_be_so()
    {
        var server = ClusterServer.Parse(_server!.AddressWithPassword + "s", _ => null);

        var error = await Assert.ThrowsAsync<IOException>(() => server.OpenAsync("garden", CancellationToken.None));

        Assert.Contains("createdb", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_goes_away_is_said_to_be_away_and_used_again_when_it_is_back()
    {
        var log = await OpenAsync();
        await Append(log, 1, 0, [1]);

        CrashServer();
        var error = await Assert.ThrowsAsync<IOException>(() => Append(log, 1, 1, [2]));
        await Append(log, 1, 1, [2]);

        Assert.Contains($"{_server!.Address} cannot be used now", error.Message, StringComparison.Ordinal);
        Assert.Equal(["01", "02"], await TextOf(log, 1));
    }

    public override ValueTask InitializeAsync()
    {
        _server = PostgresServer.StartOrSkip();
        return default;
    }

    private protected override ClusterServer Server => ClusterServer.Parse(_server!.AddressWithPassword, _ => null);

    private protected override async Task SetVersionAsync(int? version)
    {
        var place = new Uri(_server!.Address);
        var connection = new NpgsqlConnectionStringBuilder { Host = place.Host, Port = place.Port, Database = "postgres", Username = PostgresServer.User, Password = PostgresServer.Password };
        await using var source = NpgsqlDataSource.Create(connection);
        using var command = source.CreateCommand(version is null ? "DROP TABLE blockassist.format" : "UPDATE blockassist.format SET version = 2");
        await command.ExecuteNonQueryAsync();
    }

    private protected override void CrashServer() => _server!.Crash();

    private protected override void StopServer() => _server?.Dispose();
}
