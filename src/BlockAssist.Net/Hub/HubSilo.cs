using System.Net;
using BlockAssist.Net.Hub.Clusters;
using Orleans.Configuration;

namespace BlockAssist.Net.Hub;

/// <summary>How the silo of a hub finds the others.</summary>
internal static class HubSilo
{
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(1);

    /// <summary>Sets a silo up: alone on loopback, or one of a cluster.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="network">The name of the swarm.</param>
    /// <param name="place">Where it listens to the others; null for a silo alone.</param>
    /// <param name="cluster">Over what it finds them.</param>
    public static void Configure(ISiloBuilder silo, string network, IPEndPoint? place, IClusterConnection cluster)
    {
        if (place is not null)
        {
            Join(silo, network, place);
        }

        cluster.FindSilos(silo);
    }

    private static void Join(ISiloBuilder silo, string network, IPEndPoint place)
    {
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (network, network));
        silo.Configure<EndpointOptions>(options =>
        {
            (options.AdvertisedIPAddress, options.SiloPort, options.GatewayPort) = (place.Address, place.Port, 0);
            options.SiloListeningEndpoint = place;
        });

        // A silo that was killed is found out in two seconds by the word of one other.
        silo.Configure<ClusterMembershipOptions>(options =>
            (options.ProbeTimeout, options.NumMissedProbesLimit, options.NumVotesForDeathDeclaration, options.TableRefreshTimeout) = (BetweenProbes, 2, 1, 5 * BetweenProbes));
    }
}
