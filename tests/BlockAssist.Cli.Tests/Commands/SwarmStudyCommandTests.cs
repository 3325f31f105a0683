using System.Text.Json;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

[Collection(TrainingInTurn.Name)]
public sealed class SwarmStudyCommandTests
{
    [Fact]
    public async Task What_a_round_sends_is_measured_and_kept()
    {
        using var home = new TemporaryFolder();

        var run = await CommandRun.Of(Verbs.All(), home.Path, ["swarm", "study", "traffic", "--quick", "--out", home.File("study"), "--json"]);

        var sizes = run.Json.GetProperty("tables")[0].GetProperty("rows")[0];
        Assert.Equal("127,837", sizes[0].GetString());
        Assert.True(run.Json.GetProperty("checks")[0].GetProperty("isMet").GetBoolean());
        Assert.True(run.Json.GetProperty("cpuSeconds").GetDouble() > 0);
        Assert.True(JsonElement.DeepEquals(run.Json, JsonElement.Parse(File.ReadAllText(home.File("study/report.json")))));
    }

    [Fact]
    public async Task A_study_that_is_none_is_said_to_be_none()
    {
        using var home = new TemporaryFolder();

        var run = await CommandRun.Of(Verbs.All(), home.Path, ["swarm", "study", "weather"]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("parity", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_there_is_nothing_to_go_on_with()
    {
        using var home = new TemporaryFolder();

        var run = await CommandRun.Of(Verbs.All(), home.Path, ["swarm", "study", "traffic", "--resume"]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("--out", run.Error, StringComparison.Ordinal);
    }
}
