using BlockAssist.Cli.Commands.Train;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>Segments are made, replayed and calibrated by the program, from episodes to verdicts.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class TrainCalibrateTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _state = "";

    private string Episodes => _folder.File("episodes");

    private string Segment => Path.Combine(_folder.File("segments"), "segment-2.bas");

    public async ValueTask InitializeAsync()
    {
        await CommandRun.Of("simulate", "--episodes", "2", "--horizon", "30", "--out", Episodes);
        TorchRuntime.Start(1);
        var options = new TrainingOptions { Batch = 2, Length = 4, Steps = 20 };
        var network = new HumanNetwork(SomeHuman.Size);
        var recipe = new TrainingRecipe(HumanLessons.Describe(network), [new TrainingStage("test", new HumanLessons(network, DemonstrationSet.Open([Episodes])), options)]);
        _state = new CalibrationStates(recipe, _folder.Path, CPU).Train([2], () => { }, CancellationToken.None)[0];
    }

    [Fact]
    public async Task What_one_process_claims_another_replays_to_the_same_bits()
    {
        var made = await Make();
        var replayed = await Replay();

        Assert.Equal(ExitCode.Done, made.Code);
        Assert.Equal(2, made.Json.GetProperty("segments")[0].GetProperty("steps").GetInt32());
        Assert.Equal(ExitCode.Done, replayed.Code);
        Assert.Equal("Exact", replayed.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_false_claim_ends_with_a_failure_that_says_why()
    {
        await Make();
        var segment = SegmentFile.Load(Segment);
        SegmentFile.Save(segment with { End = ContentHash.Of([]) }, Segment);

        var replayed = await Replay();

        Assert.Equal(ExitCode.Failed, replayed.Code);
        Assert.Equal("Different", replayed.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task What_nobody_can_judge_is_undecided_and_no_success()
    {
        await Make();
        var segment = SegmentFile.Load(Segment);
        SegmentFile.Save(segment with { End = ContentHash.Of([]), Class = segment.Class with { Processor = "another" } }, Segment);

        var replayed = await Replay();

        var told = await CommandRun.Of("train", "replay", Segment, "--start", _state, "--data", Episodes);

        Assert.Equal((ExitCode.Failed, "Undecided"), (replayed.Code, replayed.Json.GetProperty("outcome").GetString()));
        Assert.EndsWith("off by 0.00E+000\n", told.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_segment_that_no_replay_would_take_is_not_made()
    {
        var run = await CommandRun.Of("train", "segment", _state, "--data", Episodes, "--steps", "65", "--out", _folder.File("segments"));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("more than 64 steps", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("segments")));
    }

    [Fact]
    public async Task A_calibration_measures_processes_and_writes_what_verifiers_load()
    {
        var file = _folder.File("calibration.json");

        var run = await CommandRun.Of("train", "calibrate", "--data", Episodes, "--from", _state, "--steps", "1", "2", "--out", file, "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        var report = CalibrationFile.Load(file);
        Assert.Equal(1 + ClassSetup.OfOneMachine.Count, report.Classes.Count);
        Assert.All(report.Drifts.Where(drift => (drift.One, drift.Other) is ("here", "1 thread") or ("2 threads", "2 threads again")), drift => Assert.True(drift.IsExact));
        Assert.Equal(2 * Cheat.Graded.Count, run.Json.GetProperty("cheats").GetArrayLength());
        Assert.All(Cheat.Graded, cheat => Assert.Contains(cheat.Name, Rendered.Text(CalibrationTables.Of(report)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Steps_out_of_order_are_refused_in_one_line()
    {
        var run = await CommandRun.Of("train", "segment", _state, "--data", Episodes, "--steps", "3", "1");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("--steps 3 1", Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<CommandRun> Make() =>
        CommandRun.Of("train", "segment", _state, "--data", Episodes, "--steps", "2", "--out", _folder.File("segments"), "--json");

    private Task<CommandRun> Replay() => CommandRun.Of("train", "replay", Segment, "--start", _state, "--data", Episodes, "--json");
}
