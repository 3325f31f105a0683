using System.Diagnostics.CodeAnalysis;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>A server over which the silos of a hub find each other, and that keeps the logs of their rounds.</summary>
/// <remarks>Its text is its address without a password.</remarks>
public abstract class ClusterServer
{
    /// <summary>What an address looks like.</summary>
    public const string Forms = "redis://[:PASSWORD@]HOST[:PORT][/NUMBER] or postgres://USER[:PASSWORD]@HOST[:PORT]/DATABASE";

    /// <summary>Reads the address of a server.</summary>
    /// <param name="text">The address.</param>
    /// <param name="variable">Reads the environment, for what the address leaves out; null where it is not set.</param>
    /// <exception cref="FormatException">It is none; the text may hold a password, and is not repeated.</exception>
    public static ClusterServer Parse(string text, Func<string, string?> variable) =>
        TryParse(text, variable, out var server) ? server : throw new FormatException($"this is no address of a server for silos, expected {Forms}");

    /// <summary>Reads the address of a server, if it is one.</summary>
    /// <param name="text">The address.</param>
    /// <param name="variable">Reads the environment, for what the address leaves out; null where it is not set.</param>
    /// <param name="server">The server.</param>
    public static bool TryParse(string text, Func<string, string?> variable, [NotNullWhen(true)] out ClusterServer? server)
    {
        ArgumentNullException.ThrowIfNull(variable);
        server = !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0 ? null
            : uri.Scheme is "redis" or "rediss" ? RedisCluster.Of(uri)
            : uri.Scheme is "postgres" or "postgresql" ? PostgresCluster.Of(uri, variable)
            : null;
        return server is not null;
    }

    /// <summary>Connects to it.</summary>
    /// <param name="network">The name of the swarm.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">It cannot be reached, or not be used.</exception>
    internal abstract Task<IClusterConnection> OpenAsync(string network, CancellationToken cancellation);

    // User and password of an address, without what is written in other words there; null for none.
    private protected static (string? User, string? Password) WhoIn(Uri uri)
    {
        var parts = uri.UserInfo.Split(':', 2);
        return (Given(parts[0]), parts.Length > 1 ? Given(parts[1]) : null);
    }

    private static string? Given(string text) => text.Length > 0 ? Uri.UnescapeDataString(text) : null;
}
