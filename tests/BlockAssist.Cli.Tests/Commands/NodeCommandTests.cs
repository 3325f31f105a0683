using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class NodeCommandTests
{
    [Fact]
    public async Task A_node_that_is_in_no_swarm_does_not_run()
    {
        var run = await CommandRun.Of("node", "run");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("this node is in no swarm", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silo_has_to_be_at_some_place()
    {
        var run = await CommandRun.Of("node", "run", "--silo", "nowhere");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("'nowhere' is no place for a silo", run.Error, StringComparison.Ordinal);
    }
}
