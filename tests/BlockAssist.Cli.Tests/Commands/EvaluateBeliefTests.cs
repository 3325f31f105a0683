using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>Measures what a model believes that has learnt nothing.</summary>
public sealed class EvaluateBeliefTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Belief => _folder.File("belief.safetensors");

    private string Episodes => _folder.File("episodes");

    public async ValueTask InitializeAsync()
    {
        SomeBelief.Save(Belief, new GridSize(11, 10, 10));
        await CommandRun.Of("simulate", "--episodes", "2", "--horizon", "400", "--builders", "human", "--out", Episodes);
    }

    [Fact]
    public async Task Recorded_play_is_measured_part_by_part()
    {
        var run = await CommandRun.Of("evaluate", "belief", "--data", Episodes, "--assistant", Belief, "--moments", "5", "--json");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal(2, run.Json.GetProperty("episodes").GetInt32());
        var parts = run.Json.GetProperty("byShare").EnumerateArray().ToList();
        Assert.Equal(10, parts.Sum(part => part.GetProperty("moments").GetInt32()));

        // Who knows nothing spreads its chances over ten blocks, and is far behind the rates of the very moments.
        Assert.InRange(run.Json.GetProperty("nats").GetProperty("mean").GetDouble(), 500, 5000);
        Assert.InRange(run.Json.GetProperty("gain").GetProperty("high").GetDouble(), -5000, 0);

        var told = await CommandRun.Of("evaluate", "belief", "--data", Episodes, "--assistant", Belief, "--moments", "5");
        Assert.Contains("2 episodes", told.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Play_that_is_there_and_play_to_be_made_do_not_go_together()
    {
        var run = await CommandRun.Of("evaluate", "belief", "--data", Episodes, "--houses", Episodes, "--assistant", Belief);

        Assert.Equal(ExitCode.Usage, run.Code);
    }

    [Fact]
    public async Task A_human_model_is_no_model_of_beliefs()
    {
        var run = await CommandRun.Of("evaluate", "belief", "--data", Episodes, "--assistant", Path.Combine(AppContext.BaseDirectory, "models", "human.safetensors"));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("'belief'", run.Error, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
