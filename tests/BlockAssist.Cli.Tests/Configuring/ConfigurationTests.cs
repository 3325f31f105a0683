using System.CommandLine;
using System.Text;
using System.Text.Json;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Configuring;

public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public async Task An_option_comes_before_the_environment_before_the_file_before_what_is_usual()
    {
        Assert.Equal("7", await SeenAsync("count"));
        Write("""{"serve": {"count": 8}}""");
        Assert.Equal("8", await SeenAsync("count"));
        _environment["BLOCKASSIST_SERVE_COUNT"] = "9";
        Assert.Equal("9", await SeenAsync("count"));
        Assert.Equal("10", await SeenAsync("count", "--count", "10"));
    }

    [Fact]
    public async Task Flags_and_options_with_several_values_come_from_each_place()
    {
        Write("""{"serve": {"loud": true, "paths": ["a b", "c"]}}""");
        Assert.Equal("True", await SeenAsync("loud"));
        Assert.Equal("a b|c", await SeenAsync("paths"));
        _environment["BLOCKASSIST_SERVE_LOUD"] = "false";
        _environment["BLOCKASSIST_SERVE_PATHS"] = $"d{Path.PathSeparator}e";
        Assert.Equal("False", await SeenAsync("loud"));
        Assert.Equal("d|e", await SeenAsync("paths"));
        Assert.Equal("f", await SeenAsync("paths", "--paths", "f"));
    }

    [Theory]
    [InlineData("--count=99")]
    [InlineData("--loud")]
    [InlineData("@x")]
    [InlineData("a=b:c \"d\"")]
    public async Task A_value_is_never_taken_for_another_option(string text)
    {
        Write(JsonSerializer.Serialize(new { serve = new { name = text } }));

        Assert.Equal(text, await SeenAsync("name"));
        Assert.Equal("7", await SeenAsync("count"));
        Assert.Equal("False", await SeenAsync("loud"));
    }

    [Theory]
    [InlineData("""{"serve": {"count": 0}}""", "FILE: serve.count: --count takes a number from 1 to 100, not '0'")]
    [InlineData("""{"serve": {"count": "many"}}""", "FILE: serve.count: --count takes a number from 1 to 100, not 'many'")]
    [InlineData("""{"serve": {"count": [1, 2]}}""", "FILE: serve.count: expected a text or a number")]
    [InlineData("""{"serve": {"name": null}}""", "FILE: serve.name: expected a text or a number")]
    [InlineData("""{"serve": {"name": ""}}""", "FILE: serve.name: it is empty")]
    [InlineData("""{"serve": {"loud": "very"}}""", "FILE: serve.loud: expected true or false")]
    [InlineData("""{"serve": {"cuont": 5}}""", "FILE: serve.cuont: there is no such setting. Did you mean serve.count?")]
    [InlineData("""{"sreve": {}}""", "FILE: sreve: there is no such setting. See: blockassist config show")]
    [InlineData("""{"serve": 5}""", "FILE: serve: expected an object with settings")]
    [InlineData("""{"serve": {"odd": "o"}}""", "FILE: serve.odd: 'o' is odd")]
    [InlineData("""{"serve": {"odd": "a\u0000b"}}""", "FILE: serve.odd: it has the letter 0, which nothing can have")]
    [InlineData("[]", "FILE is no configuration: expected an object with settings")]
    public async Task A_mistake_in_the_file_is_told_with_file_key_and_what_was_expected(string text, string expected)
    {
        Write(text);

        var run = await RunAsync(["serve"], _ => "");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal($"blockassist: {expected.Replace("FILE", new NodeHome(_home.Path).Configuration, StringComparison.Ordinal)}\n", run.Error);
    }

    [Theory]
    [InlineData("""{"serve": {"count": 5}, "serve": {}}""")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_file_that_is_no_json_names_itself(string text)
    {
        Write(text);

        var run = await RunAsync(["serve"], _ => "");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith($"blockassist: {new NodeHome(_home.Path).Configuration} cannot be read: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_environment_names_the_variable()
    {
        _environment["BLOCKASSIST_SERVE_COUNT"] = "many";

        var run = await RunAsync(["serve"], _ => "");

        Assert.Equal((ExitCode.Usage, "blockassist: BLOCKASSIST_SERVE_COUNT of the environment: --count takes a number from 1 to 100, not 'many'\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task Verbs_that_take_no_settings_and_help_do_not_mind_the_file()
    {
        Write("nonsense");

        Assert.Equal(ExitCode.Done, (await CommandRun.Of(Verbs.All(), _home.Path, ["demos", "list"])).Code);
        Assert.Equal(ExitCode.Done, (await CommandRun.Of(Verbs.All(), _home.Path, ["node", "run", "--help"])).Code);
        Assert.Equal(ExitCode.Usage, (await CommandRun.Of(Verbs.All(), _home.Path, ["node", "run"])).Code);
    }

    [Fact]
    public void A_damaged_file_is_a_mistake_and_never_a_bug()
    {
        byte[][] corpus = [Encoding.UTF8.GetBytes("""{"serve": {"count": 5, "loud": false, "paths": ["a", "b"], "name": "x"}}"""), Encoding.UTF8.GetBytes("\uFEFF{\"serve\": {}}")];

        FuzzRun.Over(corpus, 150, bytes =>
        {
            File.WriteAllBytes(new NodeHome(_home.Path).Configuration, bytes);
            var run = RunAsync(["serve"], _ => "").GetAwaiter().GetResult();
            Assert.True(run.Code is ExitCode.Done or ExitCode.Usage, run.Error);
        });
    }

    [Fact]
    public void Names_and_variables_are_each_of_one_setting()
    {
        var settings = Setting.Of(Verbs.Root(Verbs.All()));

        Assert.Contains(settings, setting => setting is { Name: "node.run.hours", Variable: "BLOCKASSIST_NODE_RUN_HOURS" });
        Assert.Contains(settings, setting => setting.Name == "worker.threads");
        Assert.Distinct(settings.Select(setting => setting.Name));
        Assert.Distinct(settings.Select(setting => setting.Variable));
    }

    [Fact]
    public async Task What_is_set_is_shown_with_its_origin_and_can_be_unset()
    {
        Assert.Equal("node.run.hours is 22-7 (FILE)", await SayAsync("config", "set", "node.run.hours", "22-7"));
        Assert.Equal("node.run.data is a b (FILE)", await SayAsync("config", "set", "node.run.data", "a", "b"));
        Assert.Equal("node.run.while-playing is true (FILE)", await SayAsync("config", "set", "node.run.while-playing", "true"));
        Assert.Equal("node.run.mib-a-day is 5 (FILE)", await SayAsync("config", "set", "node.run.mib-a-day", "5"));
        Assert.Equal("""{"node":{"run":{"hours":"22-7","data":["a","b"],"while-playing":true,"mib-a-day":5}}}""", JsonSerializer.Serialize(JsonDocument.Parse(File.ReadAllText(new NodeHome(_home.Path).Configuration)).RootElement));
        _environment["BLOCKASSIST_WORKER_THREADS"] = "4";

        var shown = (await RunAsync(["config", "show", "--json"], All)).Json.GetProperty("settings").EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!);
        Assert.Equal(("File", "Environment", "Default"), (OriginOf("node.run.hours"), OriginOf("worker.threads"), OriginOf("worker.calibration")));
        Assert.Equal("4", shown["worker.threads"].GetProperty("values")[0].GetString());
        Assert.Contains("BLOCKASSIST_WORKER_THREADS", (await RunAsync(["config", "show", "--origin"], All)).Out, StringComparison.Ordinal);

        Assert.Equal("node.run.hours is not set (default)", await SayAsync("config", "unset", "node.run.hours"));

        string OriginOf(string name) => shown[name].GetProperty("origin").GetString()!;
    }

    [Theory]
    [InlineData("config set node.run.huors 22-7", "there is no setting 'node.run.huors'. Did you mean node.run.hours?")]
    [InlineData("config set node.run.hours late", "node.run.hours: 'late' are no hours, expected two from 0 to 24 such as 22-7")]
    [InlineData("config set node.run.hours 1-2 3-4", "node.run.hours: expected one value")]
    public async Task What_cannot_be_set_is_not(string words, string expected)
    {
        var run = await RunAsync(words.Split(' '), All);

        Assert.Equal((ExitCode.Failed, $"blockassist: {expected}\n"), (run.Code, run.Error));
        Assert.False(File.Exists(new NodeHome(_home.Path).Configuration));
    }

    [Theory]
    [InlineData("postgres://keeper:hunter2@10.0.0.5/swarm", "postgres://keeper:***@10.0.0.5/swarm")]
    [InlineData("redis://:hun:ter/2@@10.0.0.5:6379", "redis://:***@10.0.0.5:6379")]
    [InlineData("postgres://keeper@10.0.0.5:5432/swarm", "postgres://keeper@10.0.0.5:5432/swarm")]
    [InlineData("s3://swarm/blobs", "s3://swarm/blobs")]
    [InlineData("22-7", "22-7")]
    public void Passwords_in_addresses_are_not_shown(string text, string shown) => Assert.Equal(shown, SettingReport.WithoutPassword(text));

    public void Dispose() => _home.Dispose();

    private static IEnumerable<Verb> All => Verbs.All();

    private void Write(string text) => File.WriteAllText(new NodeHome(_home.Path).Configuration, text);

    private async Task<string> SayAsync(params string[] words)
    {
        var run = await RunAsync(words, All);
        Assert.True(run.Code == ExitCode.Done, run.Error);
        return run.Out.TrimEnd().Replace(new NodeHome(_home.Path).Configuration, "FILE", StringComparison.Ordinal);
    }

    private async Task<string> SeenAsync(string name, params string[] words)
    {
        var run = await RunAsync(["serve", .. words], parsed => parsed.GetResult($"--{name}") switch
        {
            _ when name == "paths" => string.Join('|', parsed.GetValue<string[]>("--paths") ?? []),
            _ when name == "count" => $"{parsed.GetValue<int>("--count")}",
            _ when name == "loud" => $"{parsed.GetValue<bool>("--loud")}",
            _ => $"{parsed.GetValue<string?>($"--{name}")}",
        });
        Assert.True(run.Code == ExitCode.Done, run.Error);
        return run.Out.TrimEnd('\n');
    }

    private Task<CommandRun> RunAsync(string[] words, Func<ParseResult, string> say)
    {
        var odd = new Option<string?>("--odd");
        var verb = new Verb("serve", "Serves.")
        {
            Ranged.Option("--count", "How many.", 7, (1, 100)), new Option<bool>("--loud") { Arity = ArgumentArity.Zero }, new Option<string?>("--name"), odd,
            new Option<string[]>("--paths") { AllowMultipleArgumentsPerToken = true },
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(odd) is { Length: 1 } text)
            {
                result.AddError($"'{text}' is odd");
            }
        });
        verb.TakesSettings();
        verb.Runs((parsed, context, _) =>
        {
            context.Surroundings.Out.WriteLine(say(parsed));
            return ExitCode.Done;
        });
        return RunAsync(words, [verb]);
    }

    private Task<CommandRun> RunAsync(string[] words, IEnumerable<Verb> verbs) =>
        CommandRun.Of(verbs, _home.Path, words, surroundings => surroundings with { Variable = name => _environment.GetValueOrDefault(name) ?? surroundings.Variable(name) });
}
