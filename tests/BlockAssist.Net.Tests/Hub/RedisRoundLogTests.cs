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

    private protected override ClusterServer Server => ClusterServer.Parse(_server!.Address, _ => null);

    private protected override async Task SetVersionAsync(int? version)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_server!.Address["redis://".Length..]);
        await (version is { } number ? redis.GetDatabase().StringSetAsync("blockassist:{garden}:version", number) : redis.GetDatabase().KeyDeleteAsync("blockassist:{garden}:version"));
    }

    private protected override void CrashServer() => _server!.Crash();

    private protected override void StopServer() => _server?.Dispose();
}
