using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Personal;
using BlockAssist.Learner.Tests.Checkpoints;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Compatibility;

/// <summary>What the learner's golden files of version 1 hold. Nothing in them was trained: another machine makes the same.</summary>
internal static class FirstVersion
{
    public static readonly string Start = ContentHash.Of("start"u8);

    public static readonly float[] Change = [0.875f, -0.125f, 0, 3];

    public static BeliefShape Site { get; } = new(new GridSize(5, 6, 7));

    public static BeliefNetworkOptions Belief { get; } = new() { Channels = 16, ColumnFeatures = 8, Blocks = 1 };

    public static byte[] Update() => GoldenFiles.Read("update.bau", static () =>
    {
        using var codec = new UpdateCodec();
        return codec.Encode(Change, new UpdateOptions(UpdateFormat.F32) { Compress = false }, Start);
    });

    public static byte[] Segment() => GoldenFiles.Read("segment.bas", static () => SegmentFile.ToBytes(SomeSegment()));

    public static byte[] Checkpoint() => GoldenFiles.Read("checkpoint.safetensors", static () => CheckpointFile.ToBytes(SomeCheckpoints.Small() with { Parent = Start, DataHash = Start }));

    public static byte[] BeliefModel() => GoldenFiles.Read("belief.safetensors.gz", static () => CheckpointFile.ToBytes(SomeBelief()));

    public static byte[] Evidence() => GoldenFiles.Read("evidence.bav", static () => new LeaseEvidence
    {
        Segment = SomeSegment(),
        Manifest = new LeaseManifest([new ManifestLine(Start, 1, 40)]),
        Start = Checkpoint(),
        End = Checkpoint(),
        Final = default,
        Episodes = [(byte[])[1, 2, 3]],
    }.ToBytes());

    public static byte[] SelfPlayEvidence() => GoldenFiles.Read("selfplay.bap", static () => new SelfPlayEvidence(Checkpoint(), (byte[])[4, 5]).ToBytes());

    public static byte[] Recipe() => GoldenFiles.Read("recipe.json", static () => new LeaseRecipe { Rate = 1e-3, SelfPlay = new() }.ToBytes());

    public static TrainingSegment SomeSegment()
    {
        using var codec = new UpdateCodec();
        return new TrainingSegment
        {
            NetworkOptions = new HumanNetworkOptions { CellFeatures = 16, Channels = 16, Blocks = 2, Context = 128, Memory = 128, Dropout = 0.2 },
            TrainingOptions = new TrainingOptions { Steps = 1500, Length = 8, Batch = 2, Rate = 0.002, WarmUp = 50, Decay = 0.05, Clip = 1, Averaging = 0.99, Turned = true, Seed = 1 },
            Start = Start,
            Data = ContentHash.Of("data"u8),
            Class = new DeviceClass("cpu", "linux x64", "AuthenticAMD family 26 model 2", "fma avx2", 1, "channels_last", "TorchSharp 0.107.0, libtorch 2.10.0", "", 1),
            FirstStep = 40,
            Steps = 1,
            End = ContentHash.Of("end"u8),
            Windows = [new SegmentWindow(ContentHash.Of("one"u8), 0, 17, 5), new SegmentWindow(ContentHash.Of("two"u8), 1, 300, 0)],
            Update = codec.Encode(Change, new UpdateOptions(UpdateFormat.F32) { Compress = false }, Start),
        };
    }

    public static CalibrationReport SomeCalibration() => new()
    {
        Network = HumanNetwork.Name,
        NetworkOptions = SomeSegment().NetworkOptions,
        TrainingOptions = SomeSegment().TrainingOptions,
        Factor = 4,
        Classes = [new CalibratedClass("here", SomeSegment().Class)],
        Tolerances = [new PairTolerance("here", "here", 4, 0.25, 0.5, 20, 19)],
        Drifts = [],
        Cheats = [],
    };

    // A personal one: it says of which sessions it was made, and from which model it began.
    private static Checkpoint SomeBelief()
    {
        var network = new BeliefNetwork(Site, Belief);
        var weights = network.Weights();
        var checkpoint = new Checkpoint
        {
            Network = BeliefNetwork.Name,
            NetworkOptions = Learner.Models.BeliefModel.Describe(network).Options,
            Weights = [.. weights.Select(shape => new CheckpointWeight(shape.Name, shape.Shape))],
            Row = (float[])[.. Enumerable.Range(0, weights.Sum(shape => shape.Length)).Select(place => (place % 8) / 16f)],
            Parent = Start,
            TrainingOptions = new PersonalForm(System.Text.Json.JsonDocument.Parse("""{"stages":[1,2]}""").RootElement, [ContentHash.Of("session"u8)]).ToJson(),
        };
        return Learner.Models.BeliefModel.WithJudge(checkpoint, new SurvivalJudge([.. Enumerable.Range(0, SurvivalJudge.WeightCount).Select(place => (place % 4) / 8f)]));
    }
}
