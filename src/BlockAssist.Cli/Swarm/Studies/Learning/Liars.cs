using System.Numerics.Tensors;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Peers who want a model to become worse: they know what everybody else sends, and send something else.</summary>
/// <param name="plan">Who and how.</param>
/// <param name="weights">How many weights the model has.</param>
internal sealed class Liars(SwarmLearning plan, int weights)
{
    private const int Delay = 3;
    private const double HiddenSpread = 0.5;
    private const double InnerShare = 0.5;
    private const double Noise = 0.01;

    private readonly SeededRandom _random = new(plan.Seed ^ 0x11A5);
    private readonly List<List<float[]>> _earlier = [];
    private readonly HashSet<int> _out = [];
    private float[]? _direction;

    /// <summary>What is sent in a round.</summary>
    /// <param name="learnt">What each peer learnt.</param>
    /// <param name="round">The number of the round.</param>
    public IReadOnlyList<float[]> Send(IReadOnlyList<float[]> learnt, int round)
    {
        _earlier.Add([.. learnt]);
        var honest = learnt.Take(learnt.Count - plan.Liars).ToList();
        var sent = honest.ToList();
        for (var peer = honest.Count; peer < learnt.Count; peer++)
        {
            if (!_out.Contains(peer))
            {
                sent.Add(Told(honest, learnt[peer], peer, round));
                if (plan.Lie is not (Lie.None or Lie.WrongLabels) && _random.NextDouble() < plan.FoundOut)
                {
                    _out.Add(peer);
                    sent.RemoveAt(sent.Count - 1);
                }
            }
        }

        return sent;
    }

    private float[] Told(List<float[]> honest, float[] own, int peer, int round) => plan.Lie switch
    {
        Lie.Opposite => Times(own, -1),
        Lie.OneDirection => Direction(honest),
        Lie.Delayed => _earlier[Math.Max(0, round - Delay)][peer],
        Lie.Hidden => Among(honest),
        Lie.InnerProduct => Times(MeanOf(honest), -InnerShare),
        Lie.Copy => Copied(honest[peer % honest.Count]),
        _ => own,
    };

    private float[] Direction(List<float[]> honest)
    {
        _direction ??= Normal(weights);
        return Times(_direction, honest.Average(one => TensorPrimitives.Norm<float>(one)) / TensorPrimitives.Norm<float>(_direction));
    }

    private static float[] Among(List<float[]> honest)
    {
        var mean = MeanOf(honest);
        var told = new float[mean.Length];
        for (var i = 0; i < told.Length; i++)
        {
            var spread = Math.Sqrt(honest.Average(one => Math.Pow(one[i] - mean[i], 2)));
            told[i] = (float)(mean[i] - (HiddenSpread * spread));
        }

        return told;
    }

    private float[] Copied(float[] other)
    {
        var (noise, told) = (Normal(other.Length), other.ToArray());
        var scale = (float)(Noise * TensorPrimitives.Norm<float>(other) / TensorPrimitives.Norm<float>(noise));
        TensorPrimitives.MultiplyAdd(noise, scale, told, told);
        return told;
    }

    private float[] Normal(int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = (float)_random.NextNormal();
        }

        return numbers;
    }

    private static float[] MeanOf(List<float[]> honest)
    {
        var mean = new float[honest[0].Length];
        foreach (var one in honest)
        {
            TensorPrimitives.Add(mean, one, mean);
        }

        return Times(mean, 1.0 / honest.Count);
    }

    private static float[] Times(float[] numbers, double factor)
    {
        var product = new float[numbers.Length];
        TensorPrimitives.Multiply(numbers, (float)factor, product);
        return product;
    }
}
