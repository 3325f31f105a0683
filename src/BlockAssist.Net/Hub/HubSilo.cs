using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace BlockAssist.Net.Hub;

/// <summary>How the silo of a hub finds the others.</summary>
internal static class HubSilo
{
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(1);

    /// <summary>Sets a silo up: alone on loopback, or one of a cluster.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="network">The name of the swarm.</param>
    /// <param name="cluster">The cluster; null for a silo alone.</param>
    public static void Configure(ISiloBuilder silo, string network, ClusterPlace? cluster)
    {
        if (cluster is null)
        {
            silo.UseLocalhostClustering(FreePort(), FreePort(), primarySiloEndpoint: null, serviceId: network, clusterId: network);
            return;
        }

        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (network, network));
        silo.Configure<EndpointOptions>(options =>
        {
            (options.AdvertisedIPAddress, options.SiloPort, options.GatewayPort) = (cluster.Silo.Address, cluster.Silo.Port, 0);
            options.SiloListeningEndpoint = cluster.Silo;
        });

        // A silo that was killed is found out in two seconds by the word of one other.
        silo.Configure<ClusterMembershipOptions>(options =>
            (options.ProbeTimeout, options.NumMissedProbesLimit, options.NumVotesForDeathDeclaration, options.TableRefreshTimeout) = (BetweenProbes, 2, 1, 5 * BetweenProbes));
        silo.UseRedisClustering(options => options.ConfigurationOptions = cluster.Options());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
