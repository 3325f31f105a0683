using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BlockAssist.Cli.Dashboard;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;
using Serilog.Core;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>A home with a dashboard, and who asks it.</summary>
internal sealed class DashedHome : IAsyncDisposable
{
    public const string Token = "a-token-for-tests-0123";

    private readonly TemporaryFolder _folder;
    private readonly DashboardServer _server;
    private readonly HttpClient _client;
    private readonly StringWriter _said;

    private DashedHome(TemporaryFolder folder, DashboardServer server, StringWriter said)
    {
        (_folder, _server, _said) = (folder, server, said);
        _client = new HttpClient { BaseAddress = server.Address };
    }

    public NodeHome Home => new(_folder.Path);

    public Uri Address => _server.Address;

    public HttpClient Client => _client;

    /// <summary>All that was logged.</summary>
    public string Log => $"{_said}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A dashboard on a port of its own.</summary>
    public static Task<DashedHome> StartAsync(bool withToken = false) => StartAsync(options => withToken ? options with { Token = new DashboardToken(Token) } : options);

    /// <summary>One that is special.</summary>
    public static async Task<DashedHome> StartAsync(Func<DashboardOptions, DashboardOptions> change)
    {
        var (folder, said) = (new TemporaryFolder(), new StringWriter());
        var options = change(new DashboardOptions
        {
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            BetweenLooks = TimeSpan.FromMilliseconds(100),
            WrongTokenPause = TimeSpan.FromMilliseconds(50),
        });
        var log = new Serilog.LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new Sink(said)).CreateLogger();
        return new DashedHome(folder, await DashboardServer.StartAsync(ContextOf(folder.Path, log), options, Cancellation), said);
    }

    /// <summary>What verbs work with, in a home.</summary>
    public static CommandContext ContextOf(string home, Serilog.ILogger? log = null)
    {
        var surroundings = new Surroundings { Out = TextWriter.Null, Error = TextWriter.Null, Variable = name => name == "BLOCKASSIST_HOME" ? home : null };
        return new CommandContext(surroundings, new Output(surroundings, json: true), new NodeHome(home), log ?? Logger.None, new ProgressDisplay(Consoles.Messages(surroundings), surroundings.Clock));
    }

    public Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _folder.Path, words);

    /// <summary>A session in which somebody is helped by who sees the goal, and is recorded as an assistant.</summary>
    public void PlayHelped(int number)
    {
        Directory.CreateDirectory(Home.Episodes);
        var options = new SiteOptions { Horizon = 60, Builders = [new BuilderOptions(), new BuilderOptions()] };
        var goal = GoalPlacement.Place(HouseGenerator.Generate(GoalPlacement.RoomFor(options.Size, options.InfiniteBlocks), (ulong)number), options.Size, options.InfiniteBlocks);
        var site = new BuildSite(options, goal);
        var header = new EpisodeHeader
        {
            Options = options,
            Goal = goal,
            GoalName = $"house-{number}",
            Builders = [new EpisodeBuilder(BuilderRole.Person, "ada"), new EpisodeBuilder(BuilderRole.Assistant, "belief")],
            Seed = (ulong)number,
            Properties = new Dictionary<string, string> { ["recorded"] = DateTimeOffset.UnixEpoch.AddDays(20_000 + number).ToString("O", CultureInfo.InvariantCulture) },
        };
        using var recorder = new EpisodeRecorder(FileOf(number), header, site);
        new PolicyRunner(site, new HumanlikeBuilder((ulong)number), new LayerBuilder()).Run(recorder);
    }

    public string FileOf(int number) => Path.Combine(Home.Episodes, string.Create(CultureInfo.InvariantCulture, $"{number:00}{EpisodeFormat.FileEnding}"));

    /// <summary>What is answered, which must be good.</summary>
    public async Task<JsonElement> GetAsync(string subject)
    {
        using var response = await _client.GetAsync(new Uri($"/api/{subject}", UriKind.Relative), Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>How something that is to be changed is answered.</summary>
    public async Task<HttpStatusCode> PostAsync(string path, string body, string? token = Token, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/{path}", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        change?.Invoke(request);
        using var response = await _client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class Sink(StringWriter said) : ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent)
        {
            lock (said)
            {
                said.WriteLine($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception}");
            }
        }
    }
}
