using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>What is said when a training cannot be what was asked for.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class TrainHumanTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Episodes => _folder.File("episodes");

    public async ValueTask InitializeAsync() => await CommandRun.Of("simulate", "--episodes", "1", "--horizon", "30", "--builders", "human", "--out", Episodes);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("--without")]
    [InlineData("--validation")]
    public async Task A_participant_that_there_is_not_is_no_slip_to_pass_over(string option)
    {
        var run = await CommandRun.Of("train", "human", "--data", Episodes, option, "somebody", "--json");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("no play of participant 'somebody'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_everybody_left_out_nothing_is_learnt()
    {
        var run = await CommandRun.Of("train", "human", "--data", Episodes, "--without", "human-like", "human", "--json");

        Assert.Equal(ExitCode.Failed, run.Code);
    }

    [Theory]
    [InlineData("--play")]
    [InlineData("--model", "m.safetensors")]
    public async Task Models_of_its_own_are_not_measured_beside_another(params string[] other)
    {
        var run = await CommandRun.Of(["evaluate", "human", "--data", Episodes, "--leave-one-participant-out", .. other]);

        Assert.Equal(ExitCode.Usage, run.Code);
    }
}
