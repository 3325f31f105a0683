using BlockAssist.Net.Hub.Clusters;
using StackExchange.Redis;

namespace BlockAssist.Net.Tests.Hub;

public sealed class RedisRoundLogTests : ServedRoundLogContract
{
    private RedisServer? _server;

    public override ValueTask InitializeAsync()
    {
        _server = RedisServer.StartOrSkip();
        return default;
    }

    [Fact]
    public async Task A_server_that_writes_nothing_down_is_refused()
    {
        using var forgetful = RedisServer.StartOrSkip(writesDown: false);

        var error = await Assert.ThrowsAsync<IOException>(() => ClusterServer.Parse(forgetful.Address, _ => null).OpenAsync("garden", TestContext.Current.CancellationToken));

        Assert.Contains("appendonly is off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_server_is_away_is_said_as_of_any_log()
    {
        var log = await OpenAsync();
        _server!.Dispose();
        _server = null;

        var error = await Assert.ThrowsAsync<IOException>(() => log.LastRoundAsync(TestContext.Current.CancellationToken));

        Assert.Contains("cannot be used now", error.Message, StringComparison.Ordinal);
    }

    private protected override ClusterServer Server => ClusterServer.Parse(_server!.Address, _ => null);

    private protected override async Task SetVersionAsync(int? version)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_server!.Address["redis://".Length..]);
        await (version is { } number ? redis.GetDatabase().StringSetAsync("blockassist:{garden}:version", number) : redis.GetDatabase().KeyDeleteAsync("blockassist:{garden}:version"));
    }

    private protected override void CrashServer() => _server!.Crash();

    private protected override void StopServer() => _server?.Dispose();
}
