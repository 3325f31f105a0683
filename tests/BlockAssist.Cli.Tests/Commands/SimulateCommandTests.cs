using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class SimulateCommandTests
{
    [Fact]
    public async Task The_layer_builder_finishes_made_up_houses()
    {
        var run = await CommandRun.Of("simulate", "--episodes", "4", "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal(4, run.Json.GetProperty("complete").GetInt32());
        Assert.Equal(1, run.Json.GetProperty("goalShare").GetDouble());
    }

    [Fact]
    public async Task The_number_of_threads_changes_nothing_but_the_time()
    {
        var one = await CommandRun.Of("simulate", "--episodes", "6", "--builders", "random", "--horizon", "60", "--threads", "1", "--json");
        var two = await CommandRun.Of("simulate", "--episodes", "6", "--builders", "random", "--horizon", "60", "--threads", "2", "--json");

        Assert.Equal(one.Json.GetProperty("builders").GetRawText(), two.Json.GetProperty("builders").GetRawText());
        Assert.Equal(one.Json.GetProperty("goalShare").GetDouble(), two.Json.GetProperty("goalShare").GetDouble());
    }

    [Fact]
    public async Task A_file_that_holds_no_recorded_case_is_refused_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "cases.jsonl");
        await File.WriteAllTextAsync(file, """{"id":"x","steps":[]}""" + "\n", TestContext.Current.CancellationToken);

        var run = await CommandRun.Of("simulate", "--check", file);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains($"{file}, line 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_recorded_cases_is_checked_whole()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("right.jsonl"), Call(possible: "true"), TestContext.Current.CancellationToken);

        var right = await CommandRun.Of("simulate", "--check", folder.Path, "--json");
        await File.WriteAllTextAsync(folder.File("wrong.jsonl"), Call(possible: "false"), TestContext.Current.CancellationToken);
        var wrong = await CommandRun.Of("simulate", "--check", folder.Path);

        Assert.Equal((ExitCode.Done, 0), (right.Code, right.Json.GetProperty("mismatches").GetInt32()));
        Assert.Equal(ExitCode.Failed, wrong.Code);
        Assert.Contains("1 of 2 recorded answers differ", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_recorded_cases_is_refused()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.Of("simulate", "--check", folder.Path);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("no recorded answer", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_builder_that_does_not_exist_is_a_usage_mistake()
    {
        var run = await CommandRun.Of("simulate", "--builders", "wizard");

        Assert.Equal(ExitCode.Usage, run.Code);
    }

    private static string Call(string possible) =>
        """{"id":"c","call":1,"size":[2,2,2],"blocks":[1,1,0,0,1,1,0,0],"target":[0,1,0],"player":[1.5,1,1.5],"others":[],"action":1,"block":3,"possible":"""
        + possible + "}";
}
