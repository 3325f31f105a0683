using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class BenchMergeCommandTests
{
    [Fact]
    public async Task Every_rule_is_measured_with_and_without_liars()
    {
        using var home = new TemporaryFolder();

        var run = await CommandRun.Of(Verbs.All(), home.Path, ["bench", "merge", "--weights", "2000", "--rounds", "1", "--json"]);

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal((16, 4), (run.Json.GetProperty("peers").GetInt32(), run.Json.GetProperty("liars").GetInt32()));
        var rules = run.Json.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!);
        Assert.Equal(["mean", "median", "trimmed mean", "krum", "centered clip"], rules.Keys);
        Assert.True(rules["mean"].GetProperty("withImmense").GetDouble() > 10 * rules["centered clip"].GetProperty("withImmense").GetDouble());
    }

    [Fact]
    public async Task Not_all_peers_can_lie()
    {
        using var home = new TemporaryFolder();

        var run = await CommandRun.Of(Verbs.All(), home.Path, ["bench", "merge", "--peers", "3", "--liars", "3"]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("nobody honest is left", run.Error, StringComparison.Ordinal);
    }
}
