using System.Text.RegularExpressions;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;

namespace BlockAssist.Cli.Tests.Configuring;

public sealed partial class StrayVariableTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string> _environment = [];

    [Theory]
    [InlineData("BLOCKASSIST_NODE_RUN_HUORS", "BLOCKASSIST_NODE_RUN_HOURS")]
    [InlineData("BLOCKASSIST_node_run_hours", "BLOCKASSIST_NODE_RUN_HOURS")]
    [InlineData("BLOCKASSIST_HOMES", "BLOCKASSIST_HOME")]
    [InlineData("BLOCKASSIST_PASSPHRAZE", "BLOCKASSIST_PASSPHRASE")]
    [InlineData("BLOCKASSIST_QUITE_ELSEWHERE", null)]
    public void A_variable_that_means_nothing_is_told_with_the_nearest_that_does(string name, string? nearest)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && name.Any(char.IsLower), "On Windows names are the same in small letters.");

        Assert.Equal([new StrayVariable(name, nearest)], StrayVariable.In([name, "PATH", "BLOCKASSISTANT"], Settings));
    }

    [Fact]
    public void What_the_program_or_its_tests_know_is_no_stray()
    {
        string[] known = ["BLOCKASSIST_HOME", "BLOCKASSIST_SHARED", "BLOCKASSIST_CHROMIUM", "BLOCKASSIST_TEST_LEASE_IN", EndWithStarter.Variable, .. Settings.Select(setting => setting.Variable)];

        Assert.Empty(StrayVariable.In(known, Settings));
    }

    [Fact]
    public void Whatever_the_sources_and_the_deployments_name_means_something()
    {
        var files = ((string[])["src", "deploy", "eng"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SharedData.CheckoutRoot(), folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".sh" or ".ps1" or ".service" or ".yaml" or ".yml" or "" && new FileInfo(file).Length < 1 << 20);

        var named = files.SelectMany(file => Names().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct().Where(name => !name.EndsWith('_')).ToList();

        Assert.Contains("BLOCKASSIST_WINDOWS_SERVICE", named);
        Assert.Empty(StrayVariable.In(named, Settings));
    }

    [Fact]
    public async Task A_verb_that_takes_settings_warns_once_and_does_not_tell_what_the_variable_says()
    {
        _environment["BLOCKASSIST_SERVE_CUONT"] = "hunter2";

        var run = await RunAsync("serve");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Single(run.Error.Split('\n'), line => line.Contains("BLOCKASSIST_SERVE_CUONT of the environment means nothing; did you mean BLOCKASSIST_SERVE_COUNT?", StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_verbs_and_who_works_beside_one_that_has_warned_say_nothing()
    {
        _environment["BLOCKASSIST_SERVE_CUONT"] = "1";
        Assert.Equal("", (await RunAsync("look")).Error);
        _environment[EndWithStarter.Variable] = "1";

        Assert.Equal("", (await RunAsync("serve")).Error);
    }

    [Fact]
    public async Task The_configuration_lists_them()
    {
        _environment["BLOCKASSIST_WORKER_THREDS"] = "hunter2";

        var (text, json) = (await RunAsync(Verbs.All(), "config", "show"), await RunAsync(Verbs.All(), "config", "show", "--json"));

        Assert.Contains("BLOCKASSIST_WORKER_THREDS of the environment means nothing; did you mean BLOCKASSIST_WORKER_THREADS?", text.Out, StringComparison.Ordinal);
        Assert.Equal("""[{"name":"BLOCKASSIST_WORKER_THREDS","nearest":"BLOCKASSIST_WORKER_THREADS"}]""", json.Json.GetProperty("strays").GetRawText());
        Assert.DoesNotContain("hunter2", text.Out + json.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static IReadOnlyList<Setting> Settings => Setting.Of(Verbs.Root(Verbs.All()));

    private Task<CommandRun> RunAsync(string word)
    {
        var verb = new Verb(word, "Does it.") { Ranged.Option("--count", "How many.", 7, (1, 100)) };
        if (word == "serve")
        {
            verb.TakesSettings();
        }

        verb.Runs((_, _, _) => ExitCode.Done);
        return RunAsync([verb], word);
    }

    private Task<CommandRun> RunAsync(IEnumerable<Verb> verbs, params string[] words) => CommandRun.Of(verbs, _home.Path, words, surroundings => surroundings with
    {
        Variable = name => _environment.GetValueOrDefault(name) ?? surroundings.Variable(name),
        Variables = () => [.. _environment.Keys],
    });

    [GeneratedRegex("BLOCKASSIST_[A-Za-z0-9_]*")]
    private static partial Regex Names();
}
