using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class PlayCommandTests
{
    [Fact]
    public async Task Every_session_is_recorded_and_replays_exactly()
    {
        using var home = new TemporaryFolder();

        var played = await CommandRun.Of(Verbs.All(), home.Path, ["play", "--headless", "--only-play", "--sessions", "2", "--seed", "3", "--json"]);
        var verified = await CommandRun.Of(Verbs.All(), home.Path, ["demos", "verify", "--json"]);
        var listed = await CommandRun.Of(Verbs.All(), home.Path, ["demos", "list", "--json"]);

        Assert.Equal(ExitCode.Done, played.Code);
        Assert.All(played.Json.GetProperty("sessions").EnumerateArray(), session => Assert.True(session.GetProperty("goalShare").GetDouble() > 0.9));
        Assert.Equal(ExitCode.Done, verified.Code);
        Assert.Equal(2, verified.Json.GetProperty("exact").GetInt32());
        Assert.Equal(0, verified.Json.GetProperty("mismatches").GetInt32());
        Assert.Equal(["house-3", "house-4"], listed.Json.GetProperty("demos").EnumerateArray().Select(demo => demo.GetProperty("goal").GetString()));
    }

    [Fact]
    public async Task An_assistant_takes_work_off_the_player()
    {
        var run = await CommandRun.Of("play", "--headless", "--assistant", "layer", "--player", "layer", "--seed", "5", "--json");
        var alone = await CommandRun.Of("play", "--headless", "--player", "layer", "--seed", "5", "--json");

        Assert.True(Steps(run) < Steps(alone));
    }

    [Fact]
    public async Task The_same_seed_plays_the_same_session()
    {
        var first = await CommandRun.Of("play", "--headless", "--only-play", "--seed", "9", "--json");
        var second = await CommandRun.Of("play", "--headless", "--only-play", "--seed", "9", "--json");

        Assert.Equal(Steps(first), Steps(second));
    }

    [Fact]
    public async Task What_is_interrupted_is_recorded_so_far()
    {
        using var home = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        var running = CommandRun.Of(Verbs.All(), home.Path, ["play", "--headless", "--only-play", "--sessions", "1000", "--seed", "1"], cancellation.Token);
        var episodes = new NodeHome(home.Path).Episodes;
        await Eventually.IsSoAsync(() => Directory.Exists(episodes) && Directory.GetFiles(episodes).Length >= 2);

        await cancellation.CancelAsync();
        var played = await running;
        var verified = await CommandRun.Of(Verbs.All(), home.Path, ["demos", "verify", "--json"]);

        Assert.Equal(ExitCode.Interrupted, played.Code);
        Assert.Equal(ExitCode.Done, verified.Code);
    }

    [Fact]
    public async Task While_it_plays_the_dashboard_shows_the_home_and_afterwards_nobody_listens()
    {
        using var home = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}") };
        var running = CommandRun.Of(
            Verbs.All(), home.Path, ["play", "--headless", "--only-play", "--sessions", "1000", "--seed", "1", "--dashboard-port", $"{client.BaseAddress.Port}"], cancellation.Token);
        var sessions = 0;
        await Eventually.IsSoAsync(async () => running.IsCompleted || (sessions = await SessionsAsync(client)) > 0);
        await cancellation.CancelAsync();
        var played = await running;

        Assert.True(sessions > 0, played.Error);
        Assert.Contains($"The dashboard is at {client.BaseAddress}", played.Error, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_with_the_option_that_chooses_another()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await CommandRun.Of("play", "--headless", "--only-play", "--dashboard-port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("choose another port by --dashboard-port", run.Error, StringComparison.Ordinal);
    }

    // None as long as nobody listens.
    private static async Task<int> SessionsAsync(HttpClient client)
    {
        try
        {
            return JsonElement.Parse(await client.GetStringAsync(new Uri("/api/sessions", UriKind.Relative), TestContext.Current.CancellationToken)).GetProperty("total").GetInt32();
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private static int Steps(CommandRun run) => run.Json.GetProperty("sessions")[0].GetProperty("steps").GetInt32();
}
