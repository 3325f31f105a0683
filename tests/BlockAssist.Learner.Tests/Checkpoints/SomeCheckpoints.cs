using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Learner.Tests.Checkpoints;

/// <summary>Checkpoints that tests work with.</summary>
internal static class SomeCheckpoints
{
    /// <summary>One with all that a checkpoint can have; <paramref name="first"/> is its first weight.</summary>
    public static Checkpoint Small(float first = 0.5f) => new()
    {
        Network = "tiny",
        NetworkOptions = """{"width":2}""",
        Weights = [new CheckpointWeight("a.weight", [2, 1]), new CheckpointWeight("a.bias", [2])],
        Row = (float[])[first, -1, 0, 2],
        Rows = new Dictionary<string, ReadOnlyMemory<float>> { ["v"] = (float[])[0, 0, 0, 4], ["m"] = (float[])[0.25f, 0, 0, -2] },
        States = new Dictionary<string, ReadOnlyMemory<byte>> { ["random"] = (byte[])[1, 2, 3] },
        Counters = new Dictionary<string, long> { ["step"] = 7 },
        Scalars = new Dictionary<string, double> { ["rate"] = 0.001, ["best"] = double.PositiveInfinity },
        Metrics = new Dictionary<string, double> { ["accuracy"] = 0.5 },
        TrainingOptions = """{"seed":1}""",
        CodeVersion = "0.1",
    };
}
