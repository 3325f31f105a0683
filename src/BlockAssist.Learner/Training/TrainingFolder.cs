using System.Text.Json;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Training;

/// <summary>What a training under way has on disk: where it is, to go on from there after a crash, and what it showed so far.</summary>
/// <remarks><c>state.safetensors</c>, replaced as a whole now and then, and <c>metrics.jsonl</c>, a line a step.</remarks>
/// <param name="folder">Where; made if it is not there.</param>
/// <param name="recipe">What the training is: network, stages and the hashes of their data. One that is gone on with must be the same.</param>
public sealed class TrainingFolder(string folder, TrainingRecipe recipe)
{
    private const string NetworkName = "human";
    private const string StageCounter = "stage";
    private const string StepCounter = "step";
    private const string OptimizerCounter = "optimizer_steps";

    /// <summary>The file that is gone on from.</summary>
    public string StatePath { get; } = Path.Combine(folder, "state.safetensors");

    /// <summary>The file with a line of JSON for each step.</summary>
    public string MetricsPath { get; } = Path.Combine(folder, "metrics.jsonl");

    /// <summary>Begins anew: what an earlier training left is removed.</summary>
    public void Clear()
    {
        Directory.CreateDirectory(folder);
        File.Delete(StatePath);
        File.Delete(MetricsPath);
    }

    /// <summary>Writes where the training is.</summary>
    public void Save(int stage, TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        CheckpointFile.Save(
            Checkpoint.Of(NetworkName, state.Weights) with
            {
                NetworkOptions = JsonSerializer.Serialize(recipe.Network, TrainingJson.Default.HumanNetworkOptions),
                TrainingOptions = recipe.ToJson(),
                DataHash = recipe.DataHash(),
                Rows = new Dictionary<string, ReadOnlyMemory<float>>
                {
                    ["averaged"] = state.Averaged.Values(),
                    ["mean"] = WeightSet.Numbers(state.Optimizer.Mean),
                    ["square"] = WeightSet.Numbers(state.Optimizer.Square),
                },
                Counters = new Dictionary<string, long>
                {
                    [StageCounter] = stage,
                    [StepCounter] = state.Step,
                    [OptimizerCounter] = state.Optimizer.Steps,
                },
            },
            StatePath);
    }

    /// <summary>Takes up a training where it was when it was last written; false if there is none.</summary>
    /// <exception cref="ArtifactFormatException">The file is damaged.</exception>
    /// <exception cref="TrainingException">It is of another training.</exception>
    public bool TryLoad(HumanNetwork network, Func<int, WeightSet, TrainingState> open, out int stage, out TrainingState? state)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(open);
        (stage, state) = (0, null);
        if (!File.Exists(StatePath))
        {
            return false;
        }

        var checkpoint = CheckpointFile.Load(StatePath);
        if (checkpoint.TrainingOptions != recipe.ToJson() || checkpoint.DataHash != recipe.DataHash())
        {
            throw new TrainingException($"{StatePath}: of a training with other options or other data; go on with the same, or begin anew without --resume");
        }

        var shapes = network.Weights();
        stage = (int)checkpoint.Counters[StageCounter];
        state = open(stage, checkpoint.ToWeightSet(shapes));
        state.Averaged.Set(checkpoint.RowFor(shapes, "averaged"));
        state.Optimizer.Restore(checkpoint.RowFor(shapes, "mean"), checkpoint.RowFor(shapes, "square"), (int)checkpoint.Counters[OptimizerCounter]);
        state.Step = (int)checkpoint.Counters[StepCounter];
        return true;
    }

    /// <summary>Opens the metrics to add to them, without the lines that tell of steps after a moment.</summary>
    public TrainingLog OpenLog(int stage, int step) => TrainingLog.Open(MetricsPath, stage, step);
}
