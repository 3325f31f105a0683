using System.Numerics.Tensors;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Swarm.Simulated;

/// <summary>States that nobody came to: as far from the one before as real ones are, in any direction.</summary>
/// <param name="random">Draws the direction.</param>
internal sealed class MadeUpStates(SeededRandom random)
{
    private const double UnknownLength = 0.1;

    private double? _length;

    /// <summary>Notes how far a real segment leads.</summary>
    public void Note(TrainingMoment before, TrainingMoment after) => _length = TensorPrimitives.Norm<float>(after.ChangeSince(before));

    /// <summary>A state after a state.</summary>
    /// <param name="before">The one before.</param>
    /// <param name="steps">How many steps it claims to be later.</param>
    public TrainingMoment After(TrainingMoment before, int steps = 0)
    {
        var way = new float[before.Weights.Length];
        for (var i = 0; i < way.Length; i++)
        {
            way[i] = (float)random.NextDouble() - 0.5f;
        }

        var weights = before.Weights.ToArray();
        TensorPrimitives.MultiplyAdd(way, (float)((_length ?? UnknownLength) / TensorPrimitives.Norm<float>(way)), weights, weights);
        return before with { Weights = weights, Step = before.Step + steps, OptimizerSteps = before.OptimizerSteps + steps };
    }
}
