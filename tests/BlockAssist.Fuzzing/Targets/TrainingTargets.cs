using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Personal;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Goals.Proposing;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>What trainers send: models, updates, evidence. No torch is needed to read any of it.</summary>
internal static class TrainingTargets
{
    private const int ChecksumBytes = 4;
    private const int Weights = 150;
    private const int Memory = 4;

    private static readonly ProposerOptions Proposals = new() { Site = new SiteOptions { Size = new(6, 6, 6) } };

    private static readonly string Base = ContentHash.Of("base"u8);
    private static readonly string[] CheckpointWords = ["\"dtype\"", "\"F32\"", "\"I64\"", "\"U8\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\"", "weight", "rows.", "states.", "\"network\"", "human", "belief"];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Artifact("safetensors", bytes => SafetensorsFile.Parse(bytes, "fuzzed").CheckHash(), () => [CheckpointFile.ToBytes(SmallCheckpoint)]) with { Words = CheckpointWords },

        // Behind the hash, which refuses nearly everything that is changed.
        Artifact("checkpoint", bytes => Use(new CheckpointDecoder(SafetensorsFile.Parse(bytes, "fuzzed"), "fuzzed").Decode()), Checkpoints) with { Words = CheckpointWords, MostBytes = 256 << 10 },
        new("update", OfUpdates) { Seeds = Updates, Allowed = [typeof(ArtifactFormatException)], Seal = Sealed },
        Artifact("update-header", bytes => UpdateCodec.ReadHeader(bytes, "fuzzed"), Updates),
        Artifact("segment", bytes => SegmentFile.FromBytes(bytes, "fuzzed"), () => [SegmentFile.ToBytes(Segment)]) with { Seal = Sealed },
        Artifact("evidence", bytes => LeaseEvidence.FromBytes(bytes, "fuzzed"), () => [Evidence.ToBytes()]) with { Seal = Sealed },
        Artifact("evidence-of-play", bytes => SelfPlayEvidence.FromBytes(bytes, "fuzzed"), () => [new SelfPlayEvidence(new byte[40], new byte[20]).ToBytes()]) with { Seal = Sealed },
        Artifact("lease-recipe", bytes => LeaseRecipe.FromBytes(bytes, "fuzzed"), () => [new LeaseRecipe().ToBytes(), new LeaseRecipe { SelfPlay = new() }.ToBytes()]),
        Artifact("lease-manifest", bytes => LeaseManifest.FromBytes(bytes, "fuzzed"), () => [Evidence.Manifest.ToBytes()]),
        Artifact("survival-judge", bytes => SurvivalJudge.FromBytes(bytes, "fuzzed"), () => [new byte[SurvivalJudge.WeightCount * sizeof(float)]]),
        Artifact("registry", bytes => RegistryLines.Read(bytes, "fuzzed"), () => [.. Registry()]),
        new("registry-event", _ => bytes => RegistryLines.Read(Line(bytes), "fuzzed")) { Seeds = RegistryEvents, Allowed = [typeof(ArtifactFormatException)] },
        new("calibration", room => OfFile(room, file => CalibrationFile.Load(file))) { Seeds = () => ["""{"version":1,"classes":[],"tolerances":[{"first":"a","second":"b","tolerance":0.1}]}"""u8.ToArray()], Allowed = [typeof(ArtifactFormatException)] },
        new("kept-demonstrations", room => OfFile(room, file => new KeptDemonstrations(file).Load())) { Seeds = () => ["""[{"path":"/","builder":0,"turns":5},{"path":"a\u0000b","builder":0,"turns":5}]"""u8.ToArray()] },
        new("self-play-metrics", room => OfFile(room, file => SelfPlayFolder.Read(file).Count())) { Seeds = () => ["""{"iteration":1,"seconds":2.5,"loss":0.5}"""u8.ToArray()] },
        new("self-play-sites", _ => bytes => SitesForm.Parse(bytes).Into([new SolverSite(Proposals.Site, Memory)], new Proposer(Proposals), Proposals.Site))
        {
            Seeds = Sites,
            Allowed = [typeof(FormatException)],
            Words = ["\"Kind\"", "\"kind\"", "\"level\"", "\"sites\":[null]", "\"actions\"", "\"steps\"", "\"proposer\"", "[null]"],
        },
        new("onnx-seal", _ => bytes => OnnxSeal.Check(bytes, "fuzzed")) { Seeds = () => [OnnxSeal.Close("a model"u8)], Allowed = [typeof(OnnxFormatException)] },
    ];

    private static Checkpoint SmallCheckpoint => new()
    {
        Network = "tiny",
        NetworkOptions = """{"width":2}""",
        Weights = [new CheckpointWeight("a.weight", [2, 1]), new CheckpointWeight("a.bias", [2])],
        Row = (float[])[0.5f, -1, 0, 2],
        Rows = new Dictionary<string, ReadOnlyMemory<float>> { ["v"] = (float[])[0, 0, 0, 4], ["m"] = (float[])[0.25f, 0, 0, -2] },
        States = new Dictionary<string, ReadOnlyMemory<byte>> { ["random"] = (byte[])[1, 2, 3] },
        Counters = new Dictionary<string, long> { ["step"] = 7 },
        Scalars = new Dictionary<string, double> { ["rate"] = 0.001, ["best"] = double.PositiveInfinity },
        Metrics = new Dictionary<string, double> { ["accuracy"] = 0.5 },
        TrainingOptions = """{"recipe":{},"sessions":["a"]}""",
        CodeVersion = "0.1",
    };

    private static TrainingSegment Segment
    {
        get
        {
            using var codec = new UpdateCodec();
            return new TrainingSegment
            {
                NetworkOptions = new HumanNetworkOptions(),
                TrainingOptions = new TrainingOptions { Steps = 1500, Length = 8, Batch = 2, Seed = 1 },
                Start = Base,
                Data = ContentHash.Of("data"u8),
                Class = new DeviceClass("cpu", "linux x64", "a processor", "avx2", 1, "channels_last", "torch", "", 1),
                FirstStep = 40,
                Steps = 1,
                End = ContentHash.Of("end"u8),
                Windows = [new SegmentWindow(ContentHash.Of("one"u8), 0, 17, 5), new SegmentWindow(ContentHash.Of("two"u8), 1, 300, 0)],
                Update = codec.Encode([0.875f, -0.125f], new UpdateOptions(UpdateFormat.F32) { Compress = false }, Base),
            };
        }
    }

    private static LeaseEvidence Evidence => new()
    {
        Segment = Segment,
        Manifest = new LeaseManifest([new ManifestLine(ContentHash.Of("one"u8), 0, 40), new ManifestLine(ContentHash.Of("two"u8), 1, 400)]),
        Start = new byte[10],
        End = new byte[10],
        Final = default,
        Episodes = [new byte[20], new byte[5]],
    };

    private static FuzzTarget Artifact(string name, Action<byte[]> read, Func<IEnumerable<byte[]>> seeds) =>
        new(name, _ => read) { Seeds = seeds, Allowed = [typeof(ArtifactFormatException)] };

    private static Action<byte[]> OfFile(FuzzRoom room, Action<string> read) => bytes =>
    {
        File.WriteAllBytes(room.File("fuzzed"), bytes);
        read(room.File("fuzzed"));
    };

    private static Action<byte[]> OfUpdates(FuzzRoom room)
    {
        var (codec, change) = (room.Own(new UpdateCodec()), new float[Weights]);
        return bytes => codec.Decode(bytes, change, Base, "fuzzed");
    }

    // All that is asked of a checkpoint of strangers before there is a tensor of it.
    private static void Use(Checkpoint checkpoint)
    {
        PersonalForm.Of(checkpoint);
        Action[] uses = [() => HumanModel.NetworkOf(checkpoint), () => BeliefModel.ShapeOf(checkpoint), () => BeliefModel.JudgeOf(checkpoint), () => LeaseBase.Of(checkpoint, Base)];
        foreach (var use in uses)
        {
            try
            {
                use();
            }
            catch (ArtifactFormatException)
            {
                // Of another kind.
            }
        }
    }

    private static IEnumerable<byte[]> Checkpoints()
    {
        yield return CheckpointFile.ToBytes(SmallCheckpoint);
        var human = new HumanNetwork(new HumanNetworkOptions { CellFeatures = 16, Channels = 16, Context = 16, Memory = 16 });
        var shapes = human.Weights();
        yield return CheckpointFile.ToBytes(new Checkpoint
        {
            Network = HumanNetwork.Name,
            NetworkOptions = HumanLessons.Describe(human).Options,
            Weights = [.. shapes.Select(shape => new CheckpointWeight(shape.Name, shape.Shape))],
            Row = new float[shapes.Sum(shape => shape.Length)],
        });
        yield return CheckpointFile.ToBytes(SmallCheckpoint with { Network = "belief", NetworkOptions = """{"shape":{"width":5},"channels":8}""" });
    }

    private static IEnumerable<byte[]> Updates()
    {
        using var codec = new UpdateCodec();
        float[] change = [.. Enumerable.Range(0, Weights).Select(i => (i % 7 * 1e-4f) - 3e-4f)];
        foreach (var format in Enum.GetValues<UpdateFormat>())
        {
            yield return codec.Encode(change, new UpdateOptions(format) { Compress = false, Kept = 0.2, BlockSize = 64 }, Base);
            yield return codec.Encode(change, new UpdateOptions(format) { Kept = 0.2, BlockSize = 64 }, Base);
        }
    }

    private static IEnumerable<byte[]> RegistryEvents() =>
        [.. Registry().Select(line => line[(line.AsSpan().IndexOf("\"event\":"u8) + 8)..^2])];

    private static IEnumerable<byte[]> Registry() =>
        from operation in Enum.GetValues<RegistryOperation>()
        select RegistryLines.Write(new RegistryEvent(operation, Base, DateTimeOffset.UnixEpoch));

    // A sound line around whatever it is.
    private static byte[] Line(byte[] json)
    {
        byte[] line = [.. json.Where(letter => letter != (byte)'\n')];
        return [.. Encoding.ASCII.GetBytes($"{{\"crc\":\"{Crc32.HashToUInt32(line):x8}\",\"event\":"), .. line, .. "}\n"u8];
    }

    private static IEnumerable<byte[]> Sites()
    {
        var (site, proposer) = (new SolverSite(Proposals.Site, Memory), new Proposer(Proposals));
        yield return SitesForm.Of([site], proposer).ToBytes();
        site.Begin(proposer.Propose());
        site.Repeat([0, 0, 1]);
        yield return SitesForm.Of([site], proposer).ToBytes();
    }

    private static byte[] Sealed(byte[] bytes)
    {
        if (bytes.Length > ChecksumBytes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - ChecksumBytes), Crc32.HashToUInt32(bytes.AsSpan(0, bytes.Length - ChecksumBytes)));
        }

        return bytes;
    }
}
