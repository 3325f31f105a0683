using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Updates;

/// <summary>Changes like those of a training, where there is none at hand: Adam steps down a noisy slope.</summary>
/// <remarks>
/// Stretches of the row differ in how steep and how noisy they are, by a factor of a thousand, as layers do. Adam evens that
/// out, so what comes of it is dense and of one size.
/// </remarks>
public static class SampleUpdates
{
    private const int Stretch = 512;
    private const float Rate = 1e-3f;
    private const float MeanDecay = 0.9f;
    private const float SquareDecay = 0.999f;

    // Adam's first steps are all of one length; rounds begin when it has settled.
    private const int StepsBefore = 20;

    /// <summary>The changes of a row in some rounds of some steps each.</summary>
    public static float[][] Make(int count, int rounds, int steps, ulong seed)
    {
        var random = new SeededRandom(seed);
        float[] distance = [.. Enumerable.Range(0, count).Select(_ => Noise(random))], mean = new float[count], square = new float[count];
        var changes = new float[rounds][];
        var before = new float[count];
        for (var step = 1; step <= StepsBefore + (rounds * steps); step++)
        {
            var round = (step - StepsBefore - 1) / steps;
            var change = step <= StepsBefore ? before : changes[round] ??= new float[count];
            Step(step, distance, mean, square, change, random);
        }

        return changes;
    }

    private static void Step(int step, float[] distance, float[] mean, float[] square, float[] change, SeededRandom random)
    {
        var (meanGrown, squareGrown) = (1 - MathF.Pow(MeanDecay, step), 1 - MathF.Pow(SquareDecay, step));
        for (var i = 0; i < change.Length; i++)
        {
            var steepness = MathF.Pow(10, -3f * (i / Stretch % 10) / 10);
            var gradient = steepness * (distance[i] + Noise(random));
            mean[i] += (1 - MeanDecay) * (gradient - mean[i]);
            square[i] += (1 - SquareDecay) * ((gradient * gradient) - square[i]);
            var move = -Rate * (mean[i] / meanGrown) / (MathF.Sqrt(square[i] / squareGrown) + 1e-8f);
            distance[i] += move;
            change[i] += move;
        }
    }

    /// <summary>The sum of four even numbers: near enough to a bell, and quick.</summary>
    private static float Noise(SeededRandom random)
    {
        var bits = random.NextUInt64();
        var sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return (sum / 65536f) - 2;
    }
}
