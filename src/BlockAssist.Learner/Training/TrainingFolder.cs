using BlockAssist.Learner.Checkpoints;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>What a training under way has on disk: where it is, to go on from there after a crash, and what it showed so far.</summary>
/// <remarks>
/// <c>state.safetensors</c>, replaced as a whole now and then, <c>metrics.jsonl</c>, a line a step, and <c>best.safetensors</c> where
/// stages may end early.
/// </remarks>
/// <param name="folder">Where; made if it is not there.</param>
/// <param name="recipe">What the training is: network, stages and the hashes of their data. One that is gone on with must be the same.</param>
public sealed class TrainingFolder(string folder, TrainingRecipe recipe)
{
    internal const string StageCounter = "stage";
    internal const string Advice = "Begin the training anew, without --resume.";

    /// <summary>The file that is gone on from.</summary>
    public string StatePath { get; } = Path.Combine(folder, "state.safetensors");

    /// <summary>The file with the best weights of a stage that may end early.</summary>
    public string BestPath { get; } = Path.Combine(folder, "best.safetensors");

    /// <summary>The file with a line of JSON for each step.</summary>
    public string MetricsPath { get; } = MetricsIn(folder);

    /// <summary>The metrics of a training that keeps its files in a folder.</summary>
    public static string MetricsIn(string folder) => Path.Combine(folder, "metrics.jsonl");

    /// <summary>Begins anew: what an earlier training left is removed.</summary>
    public void Clear()
    {
        Directory.CreateDirectory(folder);
        File.Delete(StatePath);
        File.Delete(MetricsPath);
        File.Delete(BestPath);
    }

    /// <summary>Writes where the training is.</summary>
    public void Save(int stage, TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var described = Checkpoint.Of(recipe.Network.Name, state.Weights) with
        {
            NetworkOptions = recipe.Network.Options,
            TrainingOptions = recipe.ToJson(),
            DataHash = recipe.DataHash(),
            Counters = new Dictionary<string, long> { [StageCounter] = stage },
        };
        CheckpointFile.Save(TrainingMoment.Of(state).Into(described), StatePath);
    }

    /// <summary>Takes up a training where it was when it was last written; false if there is none.</summary>
    /// <exception cref="ArtifactFormatException">The file is damaged.</exception>
    /// <exception cref="TrainingException">It is of another training.</exception>
    public bool TryLoad(Device device, out int stage, out TrainingState? state)
    {
        (stage, state) = (0, null);
        if (!File.Exists(StatePath))
        {
            return false;
        }

        var checkpoint = CheckpointFile.Load(StatePath, advice: Advice);
        if (checkpoint.TrainingOptions != recipe.ToJson() || checkpoint.DataHash != recipe.DataHash())
        {
            throw new TrainingException($"{StatePath}: of a training with other options or other data; go on with the same, or begin anew without --resume");
        }

        stage = TrainingMoment.Counter(checkpoint, StageCounter, StatePath);
        if (stage >= recipe.Stages.Count)
        {
            throw new ArtifactFormatException(StatePath, $"counter {StageCounter}", $"{stage}", $"one of the {recipe.Stages.Count} stages");
        }

        var shapes = recipe.Network.Weights;
        state = TrainingMoment.Of(checkpoint, shapes, StatePath).Open(shapes, recipe.Stages[stage].Options, device);
        return true;
    }

    /// <summary>Opens the metrics to add to them, without the lines that tell of steps after a moment.</summary>
    public TrainingLog OpenLog(int stage, int step) => TrainingLog.Open(MetricsPath, stage, step);
}
