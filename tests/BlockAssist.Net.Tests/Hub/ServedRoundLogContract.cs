using BlockAssist.Net.Hub;
using BlockAssist.Net.Hub.Clusters;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>The same, for logs that several machines share by a server.</summary>
public abstract class ServedRoundLogContract : RoundLogContract, IAsyncLifetime
{
    private const string Network = "garden";

    private readonly List<IClusterConnection> _open = [];

    [Fact]
    public async Task Logs_of_a_newer_version_are_refused_and_left_alone_and_those_of_before_versions_taken_up()
    {
        var log = await OpenAsync();
        await Append(log, 1, 0, [1]);
        await SetVersionAsync(null);
        Assert.Equal(["01"], await TextOf(await OpenAsync(), 1));

        await SetVersionAsync(2);
        var error = await Assert.ThrowsAsync<NewerVersionException>(() => OpenAsync());

        Assert.Equal((RoundLogs.Kind, 2, 1), (error.Version!.What, error.Version.Found, error.Version.Newest));
        Assert.Equal(Newer.Wording(error.Version.File, "logs of rounds"), error.Message);
        Assert.Equal(["01"], await TextOf(log, 1));
    }

    [Fact]
    public async Task Each_swarm_has_logs_of_its_own()
    {
        var (log, other) = (await OpenAsync(), await OpenAsync("orchard"));
        await Append(log, 1, 0, [1]);

        Assert.Equal(0UL, await other.LastRoundAsync(CancellationToken.None));
        await Append(other, 1, 0, [2]);

        Assert.Equal(["01"], await TextOf(log, 1));
        Assert.Equal(["02"], await TextOf(other, 1));
    }

    [Fact]
    public async Task What_was_appended_survives_a_crash_of_the_server()
    {
        var log = await OpenAsync();
        for (var place = 0; place < 20; place++)
        {
            await Append(log, 1, place, [(byte)place]);
        }

        CrashServer();
        var after = await OpenAsync();

        Assert.Equal(Enumerable.Range(0, 20).Select(place => $"{place:X2}"), await TextOf(after, 1));
        await Append(after, 1, 20, [20]);
    }

    [Fact]
    public async Task Many_that_connect_at_once_find_or_make_what_they_need()
    {
        var logs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(OpenAsync)));

        await Append(logs[0], 1, 0, [1]);

        Assert.All(await Task.WhenAll(logs.Select(log => TextOf(log, 1))), text => Assert.Equal(["01"], text));
    }

    public abstract ValueTask InitializeAsync();

    /// <summary>Notes another version of the logs, or with null none, as before there were versions.</summary>
    private protected abstract Task SetVersionAsync(int? version);

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _open)
        {
            await connection.DisposeAsync();
        }

        StopServer();
        GC.SuppressFinalize(this);
    }

    private protected abstract ClusterServer Server { get; }

    private protected abstract void CrashServer();

    private protected abstract void StopServer();

    private protected override Task<IRoundLog> OpenAsync() => OpenAsync(Network);

    private async Task<IRoundLog> OpenAsync(string network)
    {
        var connection = await Server.OpenAsync(network, CancellationToken.None);
        lock (_open)
        {
            _open.Add(connection);
        }

        return connection.Log;
    }
}
