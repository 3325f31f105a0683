using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using BlockAssist.Cli.Dashboard;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>What a dashboard refuses.</summary>
public sealed class DashboardGuardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:7717", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:80", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("192.0.2.7", false)]
    public async Task Only_names_that_nobody_else_can_point_here_are_answered(string host, bool isAnswered)
    {
        await using var dash = await DashedHome.StartAsync();

        var (page, api) = (await StatusAsync(dash, "/", request => request.Headers.Host = host), await StatusAsync(dash, "/api/now", request => request.Headers.Host = host));

        Assert.All((int[])[page, api], status => Assert.Equal(isAnswered ? 200 : 421, status));
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_it_may_do_with_it()
    {
        await using var dash = await DashedHome.StartAsync();

        foreach (var path in (string[])["/", "/app.js", "/api/now", "/api/nothing", "/nothing"])
        {
            using var response = await dash.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Equal(path.StartsWith("/api", StringComparison.Ordinal), response.Headers.CacheControl?.NoStore);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Without_a_token_nothing_can_be_changed()
    {
        await using var dash = await DashedHome.StartAsync();

        foreach (var (path, body) in Acts)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await dash.PostAsync(path, body));
            Assert.Equal(HttpStatusCode.Forbidden, await dash.PostAsync(path, body, token: null));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(dash.Home.Path));
    }

    [Fact]
    public async Task Whoever_changes_something_must_have_the_token_and_come_from_the_page_itself()
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);
        const string No = """{"records":false}""";

        Assert.Equal(HttpStatusCode.Unauthorized, await dash.PostAsync("consent", No, token: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await dash.PostAsync("consent", No, token: "another-token-9876543"));
        Assert.Equal(HttpStatusCode.Unauthorized, await dash.PostAsync("consent", No, token: DashedHome.Token + "x"));
        Assert.Equal(HttpStatusCode.Forbidden, await dash.PostAsync("consent", No, change: request => request.Headers.Add("Origin", "https://evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await dash.PostAsync("consent", No, change: request => request.Headers.Add("Origin", "null")));
        Assert.Equal(HttpStatusCode.Forbidden, await dash.PostAsync("consent", No, change: request => request.Headers.Add("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.Unauthorized, await dash.PostAsync($"consent?token={DashedHome.Token}", No, token: null));
        Assert.False(File.Exists(Path.Combine(dash.Home.Chain, "consent.json")));
        Assert.Equal(HttpStatusCode.OK, await dash.PostAsync("consent", No, change: request => request.Headers.Add("Origin", dash.Address.GetLeftPart(UriPartial.Authority))));
        Assert.DoesNotContain(DashedHome.Token, dash.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_tokens_are_answered_one_after_the_other_and_the_right_one_at_once()
    {
        await using var dash = await DashedHome.StartAsync(options => options with { Token = new DashboardToken(DashedHome.Token), WrongTokenPause = TimeSpan.FromMilliseconds(400) });
        var begun = TimeProvider.System.GetTimestamp();
        Task<HttpStatusCode>[] wrong = [.. Enumerable.Range(0, 3).Select(number => dash.PostAsync("consent", """{"records":false}""", token: $"wrong-token-number-{number}"))];

        var right = await dash.PostAsync("consent", """{"records":false}""");
        await Task.WhenAll(wrong);

        Assert.Equal(HttpStatusCode.OK, right);
        Assert.All(wrong, one => Assert.Equal(HttpStatusCode.Unauthorized, one.Result));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) >= TimeSpan.FromMilliseconds(1150));
    }

    [Fact]
    public async Task Reading_by_others_needs_the_token_and_the_page_that_asks_for_it_does_not()
    {
        await using var dash = await DashedHome.StartAsync(options => options with { Listen = new IPEndPoint(IPAddress.Any, 0), Token = new DashboardToken(DashedHome.Token) });
        using var client = new HttpClient { BaseAddress = dash.Address };

        using var page = await client.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        using var refused = await client.GetAsync(new Uri("/api/now", UriKind.Relative), Cancellation);
        using var live = await client.GetAsync(new Uri("/api/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DashedHome.Token);
        using var read = await client.GetAsync(new Uri("/api/now", UriKind.Relative), Cancellation);

        Assert.Equal([200, 401, 401, 200], ((HttpResponseMessage[])[page, refused, live, read]).Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task Others_are_not_let_in_without_a_token()
    {
        var refused = await Assert.ThrowsAsync<ForeseenException>(() => DashedHome.StartAsync(options => options with { Listen = new IPEndPoint(IPAddress.Any, 0) }));

        Assert.Contains("--token-file", refused.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/api/consent", 405)]
    [InlineData("DELETE", "/api/models", 405)]
    [InlineData("OPTIONS", "/api/consent", 405)]
    [InlineData("POST", "/api/now", 404)]
    [InlineData("GET", "/api/consent", 404)]
    [InlineData("GET", "/api/models/promote", 404)]
    [InlineData("GET", "/api/sessions?top=0", 400)]
    [InlineData("GET", "/api/sessions?top=101", 400)]
    [InlineData("GET", "/api/sessions?top=1&top=2", 400)]
    [InlineData("GET", "/api/rounds?offset=-1", 400)]
    [InlineData("GET", "/api/models?top=x", 400)]
    [InlineData("GET", "/../appsettings.json", 404)]
    [InlineData("GET", "/%2e%2e/%2e%2e/etc/passwd", 404)]
    public async Task What_cannot_be_asked_is_refused(string method, string path, int status)
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);

        var answered = await StatusAsync(dash, path, request =>
        {
            request.Method = new HttpMethod(method);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DashedHome.Token);
        });

        Assert.Equal(status, answered);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"records\":\"yes\"}", 400)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", 400)]
    public async Task Acts_that_make_no_sense_are_refused(string body, int status)
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);

        Assert.Equal(status, (int)await dash.PostAsync("consent", body));
        Assert.False(Directory.Exists(dash.Home.Chain));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_a_form_of_another_page_is_none()
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await dash.PostAsync("consent", $$"""{"records":false,"x":"{{new string('x', 5000)}}"}"""));
        Assert.Equal(431, await StatusAsync(dash, "/api/now", request => request.Headers.Add("X-Long", new string('x', 20_000))));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await dash.PostAsync("consent", """{"records":false}""", change: request => request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain")));
    }

    [Fact]
    public async Task What_is_no_request_ends_the_connection_and_nothing_else()
    {
        await using var dash = await DashedHome.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, dash.Address.Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"), Cancellation);
        using var reader = new StreamReader(client.GetStream());

        Assert.Contains("400", await reader.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(200, await StatusAsync(dash, "/api/now", _ => { }));
    }

    [Fact]
    public async Task There_are_so_many_connections_and_no_more()
    {
        await using var dash = await DashedHome.StartAsync(options => options with { MostConnections = 1 });
        using var first = await ConnectAsync(dash);
        Assert.NotEqual(0, await first.GetStream().ReadAsync(new byte[1], Cancellation));

        using var second = await ConnectAsync(dash);

        Assert.Equal(0, await ReadOrEndAsync(second));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_with_what_to_do()
    {
        await using var dash = await DashedHome.StartAsync();

        var run = await dash.Run("dashboard", "--port", $"{dash.Address.Port}");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("--port", run.Error, StringComparison.Ordinal);
    }

    private static (string Path, string Body)[] Acts =>
    [
        ("models/promote", """{"hash":"0000"}"""),
        ("models/rollback", """{"kind":"human"}"""),
        ("consent", """{"records":true}"""),
    ];

    private static async Task<TcpClient> ConnectAsync(DashedHome dash)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, dash.Address.Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /api/now HTTP/1.1\r\nHost: localhost\r\n\r\n"), Cancellation);
        return client;
    }

    private static async Task<int> ReadOrEndAsync(TcpClient client)
    {
        try
        {
            return await client.GetStream().ReadAsync(new byte[1], Cancellation);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task<int> StatusAsync(DashedHome dash, string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        change(request);
        using var response = await dash.Client.SendAsync(request, Cancellation);
        return (int)response.StatusCode;
    }
}
