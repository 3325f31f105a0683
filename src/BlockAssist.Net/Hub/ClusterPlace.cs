using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace BlockAssist.Net.Hub;

/// <summary>Where the silos of a hub that runs on several machines find each other, and keep what must outlive each of them.</summary>
/// <param name="Redis">The Redis server, as <c>redis://[:PASSWORD@]HOST[:PORT][/NUMBER]</c>; it has to write down at once what it is told (appendonly yes, appendfsync always).</param>
/// <param name="Silo">Where this silo listens to the others; a private address: who reaches it is trusted.</param>
public sealed record ClusterPlace(Uri Redis, IPEndPoint Silo)
{
    private const int UsualPort = 6379;

    /// <summary>Reads the address of a Redis server.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Uri ParseRedis(string text) =>
        TryParseRedis(text, out var uri) ? uri : throw new FormatException($"'{text}' is no Redis server, expected redis://[:PASSWORD@]HOST[:PORT][/NUMBER]");

    /// <summary>Reads the address of a Redis server, if it is one.</summary>
    public static bool TryParseRedis(string text, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri)
        && uri is { Scheme: "redis" or "rediss", Host.Length: > 0 }
        && (uri.AbsolutePath.Length <= 1 || int.TryParse(uri.AbsolutePath.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    /// <summary>The server in the words of its client.</summary>
    internal StackExchange.Redis.ConfigurationOptions Options()
    {
        var password = Redis.UserInfo.Split(':', 2) is [_, { Length: > 0 } given] ? Uri.UnescapeDataString(given) : null;
        return new StackExchange.Redis.ConfigurationOptions
        {
            EndPoints = { { Redis.Host, Redis.Port > 0 ? Redis.Port : UsualPort } },
            Password = password,
            Ssl = Redis.Scheme == "rediss",
            DefaultDatabase = Redis.AbsolutePath.Length > 1 ? int.Parse(Redis.AbsolutePath.AsSpan(1), CultureInfo.InvariantCulture) : 0,
            AbortOnConnectFail = false,
        };
    }
}
