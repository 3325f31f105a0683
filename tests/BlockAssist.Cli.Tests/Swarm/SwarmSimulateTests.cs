using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>Swarms in virtual time, from the command line.</summary>
public sealed class SwarmSimulateTests
{
    [Fact]
    public async Task A_round_is_played_and_told_as_one_object()
    {
        var run = await CommandRun.Of("swarm", "simulate", "--peers", "8", "--attackers", "0.25", "--kind", "forging", "--rounds", "1", "--weights", "64", "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        var (rounds, kinds) = (run.Json.GetProperty("rounds"), run.Json.GetProperty("kinds"));
        Assert.Equal((8, 2), (rounds[0].GetProperty("leases").GetInt32(), rounds[0].GetProperty("refuted").GetInt32()));
        Assert.Equal(("Honest", "Forging"), (kinds[0].GetProperty("kind").GetString(), kinds[1].GetProperty("kind").GetString()));
        Assert.Equal(0, run.Json.GetProperty("wronglyOut").GetArrayLength());
    }

    [Fact]
    public async Task What_came_of_it_is_shown_in_tables_and_virtual_time_is_called_so()
    {
        var run = await CommandRun.Of("swarm", "simulate", "--peers", "4", "--rounds", "1", "--weights", "64");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("nobody honest was shut out", run.Out, StringComparison.Ordinal);
        Assert.Contains("of virtual time", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--peers 1", "--peers")]
    [InlineData("--peers 20000", "--peers")]
    [InlineData("--attackers 2", "--attackers")]
    [InlineData("--kind nobody", "nobody")]
    [InlineData("--standing famous", "famous")]
    public async Task Options_that_make_no_sense_are_usage_mistakes(string words, string named)
    {
        var run = await CommandRun.Of(["swarm", "simulate", .. words.Split(' ')]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--peers 2 --attackers 0.9", "not all can be attackers")]
    [InlineData("--peers 2000 --attackers 0.5 --kind sybil", "identities")]
    public async Task What_cannot_be_played_is_explained(string words, string why)
    {
        var run = await CommandRun.Of(["swarm", "simulate", .. words.Split(' ')]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }
}
