using System.Text.Json;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>Where self-play keeps what it needs to go on after a crash, and its metrics.</summary>
/// <param name="folder">The folder.</param>
/// <param name="recipe">What the self-play is. One that is gone on with must be the same.</param>
public sealed class SelfPlayFolder(string folder, SelfPlayRecipe recipe)
{
    private const string Network = "self-play";
    private const string Sites = "sites";

    /// <summary>The file that is gone on from.</summary>
    public string StatePath { get; } = Path.Combine(folder, "state.safetensors");

    /// <summary>The file with a line of JSON for each iteration.</summary>
    public string MetricsPath { get; } = TrainingFolder.MetricsIn(folder);

    /// <summary>The iterations of a file of metrics, in order; lines that were cut off are left out.</summary>
    public static IEnumerable<SelfPlayForm> Read(string path) => File.ReadLines(path).Select(Parse).OfType<SelfPlayForm>();

    /// <summary>Begins anew: what was there is removed.</summary>
    internal void Clear()
    {
        Directory.CreateDirectory(folder);
        File.Delete(StatePath);
        File.Delete(MetricsPath);
    }

    /// <summary>Writes where self-play is.</summary>
    internal void Save(SelfPlay play)
    {
        var described = Checkpoint.Of(Network, play.State.Weights) with
        {
            NetworkOptions = HumanLessons.Describe(recipe.Network).Options,
            TrainingOptions = recipe.ToJson(),
            DataHash = recipe.DataHash(),
            States = new Dictionary<string, ReadOnlyMemory<byte>> { [Sites] = play.CaptureSites() },
        };
        CheckpointFile.Save(TrainingMoment.Of(play.State).Into(described), StatePath);
    }

    /// <summary>Takes up self-play where it was when it was last written; null if there is none.</summary>
    /// <param name="open">Opens it at a moment.</param>
    /// <exception cref="ArtifactFormatException">The file is damaged.</exception>
    /// <exception cref="TrainingException">It is of another self-play.</exception>
    internal SelfPlay? TryLoad(Func<TrainingMoment, SelfPlay> open)
    {
        if (!File.Exists(StatePath))
        {
            return null;
        }

        var checkpoint = CheckpointFile.Load(StatePath, advice: TrainingFolder.Advice);
        if (checkpoint.TrainingOptions != recipe.ToJson() || checkpoint.DataHash != recipe.DataHash())
        {
            throw new TrainingException($"{StatePath}: of self-play with other options, another model to begin with or other goals; go on with the same, or begin anew without --resume");
        }

        var play = open(TrainingMoment.Of(checkpoint, SelfPlay.WeightsOf(recipe.Network), StatePath));
        try
        {
            play.RestoreSites(checkpoint.States.GetValueOrDefault(Sites).Span);
            return play;
        }
        catch (FormatException error)
        {
            play.Dispose();
            throw new ArtifactFormatException(StatePath, $"state {Sites}", "others", error.Message, error);
        }
    }

    /// <summary>Opens the metrics to add to them, without the lines that tell of iterations after a moment.</summary>
    internal StreamWriter OpenLog(int iteration)
    {
        if (File.Exists(MetricsPath))
        {
            var kept = File.ReadAllLines(MetricsPath).TakeWhile(line => Parse(line)?.Iteration <= iteration).ToList();
            AtomicFile.Write(MetricsPath, stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                kept.ForEach(writer.WriteLine);
            });
        }

        return new StreamWriter(MetricsPath, append: true) { AutoFlush = true };
    }

    private static SelfPlayForm? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, SelfPlayJson.Default.SelfPlayForm);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
