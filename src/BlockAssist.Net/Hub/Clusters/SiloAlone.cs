using BlockAssist.Net.Links;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>A silo that has no others, on loopback, with its logs in a file.</summary>
/// <param name="file">The file.</param>
/// <param name="network">The name of the swarm.</param>
internal sealed class SiloAlone(string file, string network) : IClusterConnection
{
    private readonly SqliteRoundLog _log = new(file);

    public IRoundLog Log => _log;

    public void FindSilos(ISiloBuilder silo) =>
        silo.UseLocalhostClustering(FreePort.OnLoopback(), FreePort.OnLoopback(), primarySiloEndpoint: null, serviceId: network, clusterId: network);

    public ValueTask DisposeAsync()
    {
        _log.Dispose();
        return default;
    }
}
