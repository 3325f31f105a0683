using System.Buffers.Binary;
using BlockAssist.Simulation.Files;
using StackExchange.Redis;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>Logs of rounds in Redis, for a hub of several silos: a list of entries a round, and the number of the last one.</summary>
/// <remarks>An entry is its time in milliseconds, eight bytes with the lowest first, and the envelope. Throws <see cref="IOException"/> if the server cannot be used now.</remarks>
/// <param name="redis">The server.</param>
/// <param name="address">Its address for people.</param>
/// <param name="network">The name of the swarm.</param>
internal sealed class RedisRoundLog(IConnectionMultiplexer redis, string address, string network) : IRoundLog
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
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NewerVersionException">They are of a newer version.</exception>
    public async Task DemandVersionAsync(CancellationToken cancellation)
    {
        await UseAsync(database => database.StringSetAsync(_version, RoundLogs.Version, when: When.NotExists), cancellation).ConfigureAwait(false);
        var version = await UseAsync(database => database.StringGetAsync(_version), cancellation).ConfigureAwait(false);
        NewerVersionException.ThrowIfNewer($"{network} in {address}", RoundLogs.Kind, version.TryParse(out long number) ? number : RoundLogs.Version + 1, RoundLogs.Version);
    }

    /// <inheritdoc/>
    public async Task<ulong> LastRoundAsync(CancellationToken cancellation) =>
        (ulong)(long)await UseAsync(database => database.StringGetAsync(_last), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation)
    {
        var entries = await UseAsync(database => database.ListRangeAsync(KeyOf(round)), cancellation).ConfigureAwait(false);
        return [.. entries.Select(entry => EntryOf((byte[])entry!))];
    }

    /// <inheritdoc/>
    public async Task<LogEntry?> LastAsync(ulong round, CancellationToken cancellation) =>
        (byte[]?)await UseAsync(database => database.ListGetByIndexAsync(KeyOf(round), -1), cancellation).ConfigureAwait(false) is { } entry ? EntryOf(entry) : null;

    /// <inheritdoc/>
    public async Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var bytes = new byte[sizeof(long) + entry.Envelope.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, entry.At.ToUnixTimeMilliseconds());
        entry.Envelope.CopyTo(bytes.AsMemory(sizeof(long)));
        var added = await UseAsync(database => database.ScriptEvaluateAsync(Append, [KeyOf(round), _last], [place, bytes, (long)round]), cancellation).ConfigureAwait(false);
        if ((int)added == 0)
        {
            throw new LogConflictException(round, place);
        }
    }

    private async Task<T> UseAsync<T>(Func<IDatabase, Task<T>> act, CancellationToken cancellation)
    {
        try
        {
            return await act(redis.GetDatabase()).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is RedisException or TimeoutException)
        {
            throw new IOException($"the logs of rounds in {address} cannot be used now: {error.Message}", error);
        }
    }

    private RedisKey KeyOf(ulong round) => $"blockassist:{{{network}}}:log:{round}";

    private static LogEntry EntryOf(byte[] bytes) => bytes.Length >= sizeof(long)
        ? new LogEntry(DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(bytes)), bytes.AsMemory(sizeof(long)))
        : throw new InvalidDataException($"an entry of {bytes.Length} bytes is none of a round's log");
}
