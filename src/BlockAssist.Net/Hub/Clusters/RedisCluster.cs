using System.Globalization;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>A Redis server for silos; it has to write down at once what it is told (appendonly yes, appendfsync always).</summary>
internal sealed class RedisCluster : ClusterServer
{
    private const int UsualPort = 6379;
    private const string WritesNothingDown = "aof_enabled:0";

    private readonly ConfigurationOptions _options;
    private readonly string _address;

    private RedisCluster(ConfigurationOptions options, string address) => (_options, _address) = (options, address);

    /// <summary>The server of an address; null if it is none.</summary>
    public static RedisCluster? Of(Uri uri)
    {
        var number = 0;
        if (uri.AbsolutePath.Length > 1 && !int.TryParse(uri.AbsolutePath.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            return null;
        }

        var port = uri.Port > 0 ? uri.Port : UsualPort;
        var options = new ConfigurationOptions
        {
            EndPoints = { { uri.Host, port } },
            Password = WhoIn(uri).Password,
            Ssl = uri.Scheme == "rediss",
            DefaultDatabase = number,
            AbortOnConnectFail = false,
        };
        return new RedisCluster(options, string.Create(CultureInfo.InvariantCulture, $"{uri.Scheme}://{uri.Host}:{port}/{number}"));
    }

    /// <inheritdoc/>
    public override string ToString() => _address;

    /// <inheritdoc/>
    internal override async Task<IClusterConnection> OpenAsync(string network, CancellationToken cancellation)
    {
        var redis = await ConnectionMultiplexer.ConnectAsync(_options).WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var said = await redis.GetDatabase().ExecuteAsync("INFO", "persistence").WaitAsync(cancellation).ConfigureAwait(false);
            if ($"{said}".Contains(WritesNothingDown, StringComparison.Ordinal))
            {
                throw new IOException($"the Redis server {_address} may lose what it was told (appendonly is off); set appendonly yes and appendfsync always in its redis.conf");
            }

            var log = new RedisRoundLog(redis, _address, network);
            await log.DemandVersionAsync(cancellation).ConfigureAwait(false);
            return new Connection(redis, _options, log);
        }
        catch (Exception error) when (error is RedisException or TimeoutException)
        {
            await redis.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"the Redis server {_address} cannot be used: {error.Message}; does it run, and do address and password of --cluster fit?", error);
        }
        catch
        {
            await redis.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private sealed class Connection(ConnectionMultiplexer redis, ConfigurationOptions options, RedisRoundLog log) : IClusterConnection
    {
        public IRoundLog Log => log;

        public void FindSilos(ISiloBuilder silo) => silo.UseRedisClustering(clustering => clustering.ConfigurationOptions = options);

        public ValueTask DisposeAsync() => redis.DisposeAsync();
    }
}
