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
        Assert.Equal(1, run.Json.GetProperty("goalPercentage").GetDouble());
    }

    [Fact]
    public async Task The_number_of_threads_changes_nothing_but_the_time()
    {
        var one = await CommandRun.Of("simulate", "--episodes", "6", "--builders", "random", "--horizon", "60", "--threads", "1", "--json");
        var two = await CommandRun.Of("simulate", "--episodes", "6", "--builders", "random", "--horizon", "60", "--threads", "2", "--json");

        Assert.Equal(one.Json.GetProperty("builders").GetRawText(), two.Json.GetProperty("builders").GetRawText());
        Assert.Equal(one.Json.GetProperty("goalPercentage").GetDouble(), two.Json.GetProperty("goalPercentage").GetDouble());
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
    public async Task A_builder_that_does_not_exist_is_a_usage_mistake()
    {
        var run = await CommandRun.Of("simulate", "--builders", "wizard");

        Assert.Equal(ExitCode.Usage, run.Code);
    }
}
