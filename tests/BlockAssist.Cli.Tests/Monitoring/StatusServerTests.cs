using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Monitoring;

public sealed class StatusServerTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Fact]
    public async Task Monitors_are_told_how_a_node_does() => await WithServerAsync(async (client, _) =>
    {
        var health = await client.GetAsync("/healthz", Stop);
        var ready = await client.GetAsync("/readyz", Stop);
        var metrics = await client.GetAsync("/metrics", Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (health.StatusCode, ready.StatusCode, metrics.StatusCode));
        var told = await health.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(told.GetProperty("healthy").GetBoolean());
        Assert.Equal("hub", told.GetProperty("checks")[0].GetProperty("name").GetString());
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", metrics.Content.Headers.ContentType!.ToString());
        var page = await metrics.Content.ReadAsStringAsync(Stop);
        Assert.Contains("\nblockassist_healthy 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nblockassist_shared_sessions 7\n", page, StringComparison.Ordinal);
        Assert.Contains("\nprocess_cpu_seconds_total ", page, StringComparison.Ordinal);
    });

    [Fact]
    public async Task It_can_be_read_and_nothing_else() => await WithServerAsync(async (client, _) =>
    {
        using var content = new StringContent("x");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.PostAsync("/healthz", content, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/metrics/../../etc/passwd", Stop)).StatusCode);
    });

    [Fact]
    public async Task A_port_that_is_taken_is_a_foreseen_failure() => await WithServerAsync(async (client, reporter) =>
        await Assert.ThrowsAsync<IOException>(() => StatusServer.StartAsync(new IPEndPoint(IPAddress.Loopback, client.BaseAddress!.Port), reporter, Stop)));

    public void Dispose() => _home.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task WithServerAsync(Func<HttpClient, NodeReporter, Task> ask)
    {
        var verb = new Verb("serve", "Serves.");
        verb.RunsAsync(async (_, context, cancellation) =>
        {
            var reporter = new NodeReporter(context, new NodeVitals(TimeProvider.System), () => 7);
            await using var server = await StatusServer.StartAsync(new IPEndPoint(IPAddress.Loopback, 0), reporter, cancellation);
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
            await ask(client, reporter);
            return ExitCode.Done;
        });
        var run = await CommandRun.Of([verb], _home.Path, ["serve"]);
        Assert.True(run.Code == ExitCode.Done, run.Error);
    }
}
