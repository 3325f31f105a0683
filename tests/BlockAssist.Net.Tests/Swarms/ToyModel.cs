using System.Runtime.InteropServices;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>A model of a few weights in a file, which is the better the nearer it is to what is to be learnt.</summary>
internal static class ToyModel
{
    public const int Weights = 64;

    public static readonly float[] Truth = [.. Enumerable.Range(0, Weights).Select(number => MathF.Sin(number))];

    public static void Write(string file, ReadOnlySpan<float> weights) => File.WriteAllBytes(file, MemoryMarshal.AsBytes(weights));

    /// <summary>All numbers of a file: the weights, and what else there is.</summary>
    public static float[] Numbers(string file) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();

    public static float[] Read(string file) => Numbers(file)[..Weights];

    public static double Distance(ReadOnlySpan<float> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights; i++)
        {
            sum += (weights[i] - Truth[i]) * (weights[i] - Truth[i]);
        }

        return Math.Sqrt(sum);
    }
}
