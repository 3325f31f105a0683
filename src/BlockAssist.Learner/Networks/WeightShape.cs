using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Networks;

/// <summary>A weight that a network has: its name, its shape, and what it holds before training.</summary>
/// <param name="Name">The layer's name and the weight's, as PyTorch names them.</param>
/// <param name="Shape">The length of each axis.</param>
/// <param name="Fill">What it holds at first.</param>
/// <param name="FanIn">How many numbers each output is a sum of; the first values are uniform within ±√(1/FanIn).</param>
public sealed record WeightShape(string Name, int[] Shape, WeightFill Fill, int FanIn)
{
    /// <summary>How many numbers it holds.</summary>
    public int Length => Shape.Aggregate(1, (a, b) => a * b);

    /// <summary>What it holds before training.</summary>
    public IEnumerable<float> FirstValues(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var bound = Fill == WeightFill.Uniform ? Math.Sqrt(1.0 / FanIn) : 0;
        for (var i = 0; i < Length; i++)
        {
            yield return Fill switch
            {
                WeightFill.One => 1,
                WeightFill.Uniform => (float)(bound * ((2 * random.NextDouble()) - 1)),
                _ => 0,
            };
        }
    }
}
