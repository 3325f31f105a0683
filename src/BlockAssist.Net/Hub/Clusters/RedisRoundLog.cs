using System.Buffers.Binary;
using BlockAssist.Simulation.Files;
using StackExchange.Redis;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>Logs of rounds in Redis, for a hub of several silos: a list of entries a round, and the number of the last one.</summary>
/// <remarks>An entry is its time in milliseconds, eight bytes with the lowest first, and the envelope.</remarks>
/// <param name="redis">The server.</param>
/// <param name="network">The name of the swarm.</param>
public sealed class RedisRoundLog(IConnectionMultiplexer redis, string network) : IRoundLog
{
    // Adds an entry at its place and nowhere else; the number of the last round follows.
    private const string Append = """
        if redis.call('LLEN', KEYS[1]) ~= tonumber(ARGV[1]) then return 0 end
        redis.call('RPUSH', KEYS[1], ARGV[2])
        if tonumber(redis.call('GET', KEYS[2]) or '0') < tonumber(ARGV[3]) then redis.call('SET', KEYS[2], ARGV[3]) end
        return 1
        """;

    private readonly string _version = $"blockassist:{{{network}}}:version";
    private readonly string _last = $"blockassist:{{{network}}}:round";

    /// <summary>Refuses logs of a newer version, and notes the version of those that have none.</summary>
    /// <param name="server">What to call the server in errors.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NewerVersionException">They are of a newer version.</exception>
    public async Task DemandVersionAsync(string server, CancellationToken cancellation)
    {
        var database = redis.GetDatabase();
        await database.StringSetAsync(_version, RoundLogs.Version, when: When.NotExists).WaitAsync(cancellation).ConfigureAwait(false);
        var version = await database.StringGetAsync(_version).WaitAsync(cancellation).ConfigureAwait(false);
        NewerVersionException.ThrowIfNewer($"{network} in {server}", RoundLogs.Kind, version.TryParse(out long number) ? number : RoundLogs.Version + 1, RoundLogs.Version);
    }

    /// <inheritdoc/>
    public async Task<ulong> LastRoundAsync(CancellationToken cancellation) =>
        (ulong)(long)await redis.GetDatabase().StringGetAsync(_last).WaitAsync(cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation)
    {
        var entries = await redis.GetDatabase().ListRangeAsync(KeyOf(round)).WaitAsync(cancellation).ConfigureAwait(false);
        return [.. entries.Select(entry => EntryOf((byte[])entry!))];
    }

    /// <inheritdoc/>
    public async Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var bytes = new byte[sizeof(long) + entry.Envelope.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, entry.At.ToUnixTimeMilliseconds());
        entry.Envelope.CopyTo(bytes.AsMemory(sizeof(long)));
        var added = await redis.GetDatabase().ScriptEvaluateAsync(Append, [KeyOf(round), _last], [place, bytes, (long)round]).WaitAsync(cancellation).ConfigureAwait(false);
        if ((int)added == 0)
        {
            throw new LogConflictException(round, place);
        }
    }

    private RedisKey KeyOf(ulong round) => $"blockassist:{{{network}}}:log:{round}";

    private static LogEntry EntryOf(byte[] bytes) => bytes.Length >= sizeof(long)
        ? new LogEntry(DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(bytes)), bytes.AsMemory(sizeof(long)))
        : throw new InvalidDataException($"an entry of {bytes.Length} bytes is none of a round's log");
}
