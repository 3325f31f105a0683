using System.Runtime.InteropServices;
using BlockAssist.Learner.Onnx;

namespace BlockAssist.Learner.Inference;

/// <summary>A probe that an exported file brings along: what random inputs gave on the processor of whoever exported it.</summary>
public static class StoredProbe
{
    // Cards and processors round and order sums differently; a wrong kernel is off by far more.
    private const float Tolerance = 1e-2f;

    /// <summary>What a file is to say so that whoever loads it can tell a provider that computes something else.</summary>
    /// <param name="model">The bytes of the file without it.</param>
    /// <param name="where">What messages call it.</param>
    public static KeyValuePair<string, string> Of(byte[] model, string where)
    {
        using var engine = InferenceEngine.Open(model, where, new InferenceOptions { Provider = InferenceProvider.Cpu });
        using var run = engine.Run();
        ProbeRun.FindFault(run, null);
        float[] answers = [.. run.Outputs.Order(StringComparer.Ordinal).SelectMany(output => run.Output(output).ToArray())];
        return new(OnnxMetadata.Probe, Convert.ToBase64String(MemoryMarshal.AsBytes(answers.AsSpan())));
    }

    /// <summary>The probe of a file; null if it brings none.</summary>
    /// <exception cref="InferenceException">It is of another network.</exception>
    internal static InferenceProbe? In(IReadOnlyDictionary<string, string> metadata, InferenceRun run)
    {
        if (!metadata.TryGetValue(OnnxMetadata.Probe, out var text))
        {
            return null;
        }

        var answers = Numbers(text);
        var outputs = new Dictionary<string, float[]>();
        var end = 0;
        foreach (var output in run.Outputs.Order(StringComparer.Ordinal))
        {
            var start = end;
            end += run.Output(output).Length;
            outputs[output] = end <= answers.Length ? answers[start..end] : throw OfAnother();
        }

        return end == answers.Length
            ? new InferenceProbe(run.Inputs.ToDictionary(input => input, input => ProbeRun.Random(Length(run, input))), outputs, Tolerance)
            : throw OfAnother();
    }

    private static int Length(InferenceRun run, string input) => Math.Max(run.Input(input).Length, run.InputBytes(input).Length);

    private static float[] Numbers(string text)
    {
        try
        {
            return MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(text)).ToArray();
        }
        catch (FormatException)
        {
            throw OfAnother();
        }
    }

    private static InferenceException OfAnother() => new("the probe in the file is not one of its network");
}
