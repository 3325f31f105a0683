using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class BenchSearchCommandTests
{
    [Fact]
    public async Task Both_searches_and_the_network_are_measured()
    {
        var run = await CommandRun.Of("bench", "search", "--simulations", "200", "--rounds", "1", "--json");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal(0, run.Json.GetProperty("allocatedBytes").GetInt64());
        Assert.True(run.Json.GetProperty("ratio").GetDouble() > 1);
        Assert.True(run.Json.GetProperty("simulationsPerSecond").GetDouble() > run.Json.GetProperty("simulationsPerSecondWithNetwork").GetDouble());
    }
}
