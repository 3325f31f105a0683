using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>What cells come to, by the block that is there and the level alone: how often they did at the very moments that are measured.</summary>
internal sealed class BaseRate
{
    /// <summary>How many levels are told apart.</summary>
    public const int Levels = SiteOptions.MaxEdge;

    private readonly double[] _nats = new double[Palette.Count * Levels * Palette.Count];

    /// <summary>The rates of some outcomes.</summary>
    /// <param name="outcomes">How often each was; as <see cref="PlaceOf"/> orders them.</param>
    public BaseRate(ReadOnlySpan<long> outcomes)
    {
        for (var row = 0; row < _nats.Length; row += Palette.Count)
        {
            var counts = outcomes.Slice(row, Palette.Count);
            var all = 0L;
            foreach (var count in counts)
            {
                all += count;
            }

            for (var goal = 0; goal < counts.Length; goal++)
            {
                _nats[row + goal] = counts[goal] == 0 ? 0 : -Math.Log(counts[goal] / (double)all);
            }
        }
    }

    /// <summary>The place of an outcome.</summary>
    /// <param name="block">The block that was there.</param>
    /// <param name="level">The level of the cell.</param>
    /// <param name="goal">The block that stood there in the end.</param>
    public static int PlaceOf(byte block, int level, byte goal) => (((block * Levels) + level) * Palette.Count) + goal;

    /// <summary>How unlikely outcomes were by these rates, in nats.</summary>
    public double NatsOf(ReadOnlySpan<long> outcomes)
    {
        var sum = 0.0;
        for (var i = 0; i < outcomes.Length; i++)
        {
            sum += outcomes[i] * _nats[i];
        }

        return sum;
    }
}
