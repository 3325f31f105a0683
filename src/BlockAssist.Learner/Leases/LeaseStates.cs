using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>The states of the training of leases as files: what of them is where, and how much they may be.</summary>
/// <param name="start">What leases begin with.</param>
/// <param name="recipe">How they are trained.</param>
internal sealed class LeaseStates(LeaseBase start, LeaseRecipe recipe)
{
    private const string SitesState = "sites";
    private const int StateRows = 4;
    private const int HeaderBytes = 1 << 20;

    private readonly IReadOnlyList<WeightShape> _shapes = recipe.SelfPlay is null ? start.Network.Weights() : SelfPlay.WeightsOf(start.Network);
    private readonly int _trainingSteps = recipe.SelfPlay?.StepsAnIteration ?? 1;

    /// <summary>How many bytes the file of a state has at most.</summary>
    public long MostBytes => (_shapes.Sum(shape => (long)shape.Length) * StateRows * sizeof(float)) + (recipe.SelfPlay is { } play ? MostSitesBytes(play) : 0) + HeaderBytes;

    /// <summary>How many steps of its lease a state is after.</summary>
    public int StepsOf(LeaseMoment moment) => moment.Training.Step / _trainingSteps;

    /// <summary>A state as a checkpoint.</summary>
    public Checkpoint ToCheckpoint(LeaseMoment moment)
    {
        var checkpoint = moment.Training.Into(new Checkpoint
        {
            Network = HumanNetwork.Name,
            NetworkOptions = HumanLessons.Describe(start.Network).Options,
            Weights = [.. _shapes.Select(shape => new CheckpointWeight(shape.Name, shape.Shape))],
            Row = moment.Training.Weights,
        });
        return moment.Sites.IsEmpty ? checkpoint : checkpoint with { States = new Dictionary<string, ReadOnlyMemory<byte>> { [SitesState] = moment.Sites } };
    }

    /// <summary>The bytes of a state's file.</summary>
    public byte[] ToBytes(LeaseMoment moment) => CheckpointFile.ToBytes(ToCheckpoint(moment));

    /// <summary>Writes a state so that it is there whole or not at all.</summary>
    public void Save(LeaseMoment moment, string path) => CheckpointFile.Save(ToCheckpoint(moment), path);

    /// <summary>Reads a state from bytes of anybody.</summary>
    /// <exception cref="ArtifactFormatException">They are of none.</exception>
    public LeaseMoment Read(byte[] bytes, string name)
    {
        var checkpoint = CheckpointFile.FromBytes(bytes, name);
        return new LeaseMoment(TrainingMoment.Of(checkpoint, _shapes, name), recipe.SelfPlay is null ? default : checkpoint.States.GetValueOrDefault(SitesState));
    }

    /// <summary>Reads a state from a file of anybody.</summary>
    /// <param name="path">The file.</param>
    /// <param name="steps">After how many steps of its lease it must be.</param>
    /// <returns>The state; null if it is none, or one after other steps.</returns>
    public LeaseMoment? TryLoad(string path, int steps)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes && Read(File.ReadAllBytes(path), path) is var moment && StepsOf(moment) == steps ? moment : null;
        }
        catch (Exception error) when (error is ArtifactFormatException or NewerVersionException)
        {
            // Whose evidence could be read shows states of the same version: another one is as good as none.
            return null;
        }
    }

    // A goal, and the actions of an episode, as text; what the proposer remembers is as much as some more sites.
    private static long MostSitesBytes(ReinforcementOptions play) => (play.Groups * play.Together * 32L) << 10;
}
