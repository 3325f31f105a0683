using System.Globalization;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Inference;

/// <summary>Puts a probe to a session.</summary>
internal static class ProbeRun
{
    private const ulong Seed = 1;

    /// <summary>What is wrong with the answers, in one line; null if nothing is.</summary>
    /// <param name="run">The session, with memory for one position.</param>
    /// <param name="probe">What is asked; null for random numbers, of which only finite answers are expected.</param>
    public static string? FindFault(InferenceRun run, InferenceProbe? probe)
    {
        foreach (var input in run.Inputs)
        {
            Fill(run, input, probe);
        }

        run.Execute();
        return run.Outputs.Select(output => FindFault(output, run.Output(output), probe)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>What an input is given where nothing else is asked; the same at any time, anywhere.</summary>
    public static float[] Random(int count)
    {
        var random = new SeededRandom(Seed);
        return Array.ConvertAll(new float[count], _ => (float)random.NextDouble());
    }

    private static void Fill(InferenceRun run, string input, InferenceProbe? probe)
    {
        var floats = run.Input(input);
        var bytes = run.InputBytes(input);
        var question = Question(input, Math.Max(floats.Length, bytes.Length), probe);
        for (var i = 0; i < question.Length; i++)
        {
            if (i < floats.Length)
            {
                floats[i] = question[i];
            }
            else
            {
                bytes[i] = (byte)MathF.Round(question[i]);
            }
        }
    }

    private static float[] Question(string input, int count, InferenceProbe? probe)
    {
        if (probe is null)
        {
            return Random(count);
        }

        var numbers = new float[count];
        probe.Inputs.GetValueOrDefault(input)?.CopyTo(numbers, 0);
        return numbers;
    }

    private static string? FindFault(string output, ReadOnlySpan<float> numbers, InferenceProbe? probe)
    {
        var expected = probe?.Outputs.GetValueOrDefault(output);
        for (var i = 0; i < numbers.Length; i++)
        {
            var (found, wanted) = (numbers[i], expected?.ElementAtOrDefault(i));
            if (!float.IsFinite(found))
            {
                return string.Create(CultureInfo.InvariantCulture, $"the probe's {output}[{i}] is {found}");
            }

            if (wanted is { } number && probe!.IsOff(found, number))
            {
                return string.Create(CultureInfo.InvariantCulture, $"the probe's {output}[{i}] is {found} instead of {number}");
            }
        }

        return null;
    }
}
