using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Training.Bench;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class BenchTrainCommandTests
{
    [Fact]
    public void Both_networks_are_measured_on_scripted_play()
    {
        using var play = new BenchHouses(1, TestContext.Current.CancellationToken);
        var options = new TrainingBenchOptions
        {
            Network = new HumanNetworkOptions { Channels = 16, Blocks = 1, Context = 16, Memory = 16 },
            Training = new TrainingOptions { Length = 4, Batch = 2 },
            UpstreamChannels = 16,
            UpstreamTurns = 2,
            Rounds = 1,
            StepsPerTurn = 1,
        };

        var figures = new TrainingBench(TimeProvider.System, options, TestContext.Current.CancellationToken).Measure(play.Demonstrations);

        Assert.Equal((8, 2), (figures.TurnsPerStep, figures.UpstreamTurnsPerStep));
        Assert.True(figures.Ratio > figures.RatioWithData && figures.RatioWithData > 0);
    }

    [Fact]
    public async Task Formats_of_updates_are_measured_on_a_training()
    {
        var run = await CommandRun.Of("bench", "update", "--rounds", "1", "--steps", "1", "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        var formats = run.Json.GetProperty("formats").EnumerateArray().ToDictionary(format => format.GetProperty("format").GetString()!);
        Assert.Equal(0, formats["f32"].GetProperty("error").GetDouble());
        Assert.InRange(formats["i8/256"].GetProperty("ratio").GetDouble(), 3.8, 4);
        Assert.InRange(formats["i8/256"].GetProperty("error").GetDouble(), 1e-6, 0.02);
    }
}
