using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Tests.Training;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Verification;

/// <summary>An honest segment of a <see cref="SmallTraining"/>, and a verifier of it.</summary>
internal sealed class SmallSegment : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordedScript _play = new();

    public SmallSegment()
    {
        Data = SmallTraining.Demonstrations(_play);
        States = new CalibrationStates(SmallTraining.Recipe(Data), _folder.Path, CPU).Train([2, 5], () => { }, CancellationToken.None);
        Own = DeviceClass.Of(CPU, _ => null);
    }

    public DemonstrationSet Data { get; }

    public DeviceClass Own { get; }

    /// <summary>Two moments of the training.</summary>
    public IReadOnlyList<string> States { get; }

    public string File(string name) => _folder.File(name);

    public IReadOnlyList<TrainingSegment> Train(string state, params int[] lengths) =>
        [.. new SegmentTrainer(SegmentStart.Load(state), Data, _ => null, CPU).Train(lengths, CancellationToken.None)];

    public TrainingSegment WithWindows(int length) =>
        new SegmentTrainer(SegmentStart.Load(States[0]), Data, _ => null, CPU) { NamesWindows = true }.Train([length], CancellationToken.None).Single();

    public ReplayVerdict Replay(TrainingSegment segment, double? tolerance = null, DemonstrationSet? data = null, string? start = null) =>
        new SegmentReplay(data ?? Data, new SegmentLimits(), Own, CPU) { Tolerance = _ => tolerance }.Replay(segment, start ?? States[0], CancellationToken.None);

    /// <summary>A start with other numbers in it, under its right address.</summary>
    public (string File, string Address) StartWith(Func<Checkpoint, Checkpoint> change)
    {
        var file = File("changed.safetensors");
        return (file, CheckpointFile.Save(change(CheckpointFile.Load(States[0])), file));
    }

    public void Dispose()
    {
        _play.Dispose();
        _folder.Dispose();
    }
}
