using BlockAssist.Cli.Dashboard;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>The verb, and the file with the token.</summary>
public sealed class DashboardCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_prints_its_address_and_serves_until_it_is_interrupted()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var said = new SaidLine();
        var run = CommandRun.Of(Verbs.All(), _folder.Path, ["dashboard", "--port", "0"], surroundings => surroundings with { Out = said }, end.Token);

        var line = await said.Line;
        using var client = new HttpClient();
        var page = await client.GetStringAsync(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..line.IndexOf(". ", StringComparison.Ordinal)]), end.Token);
        await end.CancelAsync();

        Assert.Contains("<title>BlockAssist</title>", page, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await run).Code);
    }

    [Fact]
    public async Task It_is_set_by_the_file_and_by_the_environment()
    {
        Assert.Equal(ExitCode.Done, (await CommandRun.Of(Verbs.All(), _folder.Path, ["config", "set", "dashboard.token-file", _folder.File("token")])).Code);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var said = new SaidLine();
        var run = CommandRun.Of(
            Verbs.All(),
            _folder.Path,
            ["dashboard"],
            surroundings => surroundings with { Out = said, Variable = name => name == "BLOCKASSIST_DASHBOARD_PORT" ? "0" : surroundings.Variable(name) },
            end.Token);

        var line = await said.Line;
        await end.CancelAsync();

        Assert.Equal(ExitCode.Done, (await run).Code);
        Assert.DoesNotContain($":{DashboardOptions.UsualPort}/", line, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("token")));
    }

    [Theory]
    [InlineData("--listen", "nowhere")]
    [InlineData("--port", "70000")]
    public async Task What_makes_no_sense_is_a_mistake(string option, string value) =>
        Assert.Equal(ExitCode.Usage, (await CommandRun.Of("dashboard", option, value)).Code);

    [Fact]
    public async Task Listening_elsewhere_without_a_token_is_refused()
    {
        var run = await CommandRun.Of("dashboard", "--listen", "0.0.0.0");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("--token-file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_made_up_once_for_its_owner_alone_and_stays()
    {
        var file = _folder.File("token");

        _ = DashboardToken.In(file);
        var text = File.ReadAllText(file).Trim();

        Assert.True(text.Length >= 32);
        Assert.True(DashboardToken.In(file).Is(text));
        Assert.False(DashboardToken.In(file).Is(text[1..]));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    [InlineData("with spaces in between them")]
    public void A_token_that_can_be_guessed_is_refused_and_not_repeated(string text)
    {
        var file = _folder.File("token");
        File.WriteAllText(file, text + "\n");

        var refused = Assert.Throws<ForeseenException>(() => DashboardToken.In(file));

        Assert.True(text.Length == 0 || !$"{refused.Message} {refused.Advice}".Contains(text, StringComparison.Ordinal));
    }

    // Told by a thread of the command.
    private sealed class SaidLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task.WaitAsync(TimeSpan.FromMinutes(2));

        public override void WriteLine(string? value) => _line.TrySetResult(value ?? "");
    }
}
