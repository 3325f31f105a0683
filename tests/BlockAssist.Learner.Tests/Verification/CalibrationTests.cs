using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Verification;

[Collection(TrainingTests.Name)]
public sealed class CalibrationTests(ITestOutputHelper output) : IDisposable
{
    private static readonly CalibrationOptions Options = new() { Lengths = [1, 4] };
    private static readonly ClassSetup[] Others = [new("same", 1, new Dictionary<string, string>()), new("two", 2, new Dictionary<string, string>())];

    private readonly SmallSegment _small = new();

    [Fact]
    public void Honest_classes_are_near_each_other_and_cheats_are_told_from_them()
    {
        var steps = 0;
        var report = Measure(() => steps++);

        output.WriteLine(string.Join('\n', report.Tolerances) + "\n" + string.Join('\n', report.Cheats));
        Assert.Equal(2 * (Calibration.StepsFor(Options, 2) - (2 * 4)), steps);
        Assert.All(report.Drifts.Where(drift => drift is { One: "here", Other: "same" }), drift => Assert.True(drift.IsExact));
        Assert.All(report.Tolerances, pair => Assert.Equal(pair is { One: "here", Other: "same" }, pair.Tolerance == 0));
        Assert.All(report.Drifts, drift => Assert.InRange(drift.Difference, 0, 1e-2));
        Assert.All(report.Tolerances.Where(pair => pair.One == "here"), pair => Assert.Equal(20, pair.Cheats));
        Assert.All(report.Tolerances.Where(pair => pair.Other == "same" && pair.One == "here"), pair => Assert.Equal(20, pair.Detected));
        Assert.Equal(2 * 2 * Cheat.Graded.Count, report.Cheats.Count);
    }

    [Fact]
    public void A_verifier_finds_its_tolerance_in_the_file()
    {
        var report = Measure(() => { });
        var file = _small.File("calibration.json");
        CalibrationFile.Save(report, file);
        var loaded = CalibrationFile.Load(file);
        var segment = _small.Train(_small.States[0], 1)[0];
        var two = segment.Class with { Threads = 2 };

        Assert.Equal(report.Tolerances, loaded.Tolerances);
        Assert.Equal(report.Tolerances.Single(pair => pair is { One: "here", Other: "two", Steps: 4 }).Tolerance, loaded.ToleranceFor(segment with { Steps = 3, Class = two }, segment.Class));
        Assert.Equal(0, loaded.ToleranceFor(segment, segment.Class));
        Assert.Null(loaded.ToleranceFor(segment with { Steps = 5, Class = two }, segment.Class));
        Assert.Null(loaded.ToleranceFor(segment with { Class = two with { Threads = 3 } }, segment.Class));
        Assert.Null(loaded.ToleranceFor(segment with { TrainingOptions = segment.TrainingOptions with { Rate = 1 } }, two));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("""{"version":1,"classes":[],"tolerances":[null]}""")]
    [InlineData("""{"version":1,"classes":[null],"tolerances":[]}""")]
    public void A_file_that_is_no_calibration_is_refused(string text)
    {
        File.WriteAllText(_small.File("calibration.json"), text);

        Assert.Throws<ArtifactFormatException>(() => CalibrationFile.Load(_small.File("calibration.json")));
    }

    public void Dispose() => _small.Dispose();

    private CalibrationReport Measure(Action advance) =>
        new Calibration(_small.Data, _small.Own, CPU, Options, advance).Measure(_small.States, Others, Train, TestContext.Current.CancellationToken);

    private IReadOnlyList<TrainingSegment> Train(ClassSetup setup, string state)
    {
        try
        {
            TorchRuntime.Start(setup.Threads);
            return _small.Train(state, [.. Options.Lengths]);
        }
        finally
        {
            TorchRuntime.Start(1);
        }
    }
}
