namespace BlockAssist.Cli.Tests.Swarm.Studies;

/// <summary>Studies of swarms in virtual time, as far as they are quick.</summary>
public sealed class SimulatedStudyTests
{
    [Theory]
    [InlineData("gate", 6)]
    [InlineData("verdicts", 1)]
    [InlineData("load", 2)]
    public async Task A_study_tells_its_figures_and_what_it_shows(string study, int rows)
    {
        var run = await CommandRun.Of("swarm", "study", study, "--quick", "--seeds", "1", "--json");

        Assert.Equal(rows, run.Json.GetProperty("tables")[0].GetProperty("rows").GetArrayLength());
        Assert.NotEqual(0, run.Json.GetProperty("checks").GetArrayLength());
    }
}
