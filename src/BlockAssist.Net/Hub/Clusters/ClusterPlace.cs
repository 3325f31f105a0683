using System.Net;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>Where the silo of a hub that runs on several machines is, and how it finds the others.</summary>
/// <param name="Server">Over which server the silos find each other; it also keeps what must outlive each of them.</param>
/// <param name="Silo">Where this silo listens to the others; a private address: who reaches it is trusted.</param>
public sealed record ClusterPlace(ClusterServer Server, IPEndPoint Silo);
