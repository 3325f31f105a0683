using BlockAssist.Net.Hub.Clusters;

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

    private protected override void CrashServer() => _server!.Crash();

    private protected override void StopServer() => _server?.Dispose();
}
