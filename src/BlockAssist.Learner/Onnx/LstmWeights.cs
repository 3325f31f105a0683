namespace BlockAssist.Learner.Onnx;

/// <summary>The weights of an LSTM in ONNX's order of gates.</summary>
internal sealed class LstmWeights
{
    // PyTorch: input, forget, cell, output. ONNX: input, output, forget, cell.
    private static readonly int[] Order = [0, 3, 1, 2];

    public LstmWeights(OnnxWeights weights, string layer, int size)
    {
        Input = Write(weights, $"{layer}.weight_ih_l0", size);
        Recurrent = Write(weights, $"{layer}.weight_hh_l0", size);
        Bias = [.. Reordered(weights.Numbers($"{layer}.bias_ih_l0"), size), .. Reordered(weights.Numbers($"{layer}.bias_hh_l0"), size)];
    }

    /// <summary>The name of the weights from the input: 1 × 4·size × features.</summary>
    public string Input { get; }

    /// <summary>The name of the weights from the state before: 1 × 4·size × size.</summary>
    public string Recurrent { get; }

    /// <summary>Both biases, one after the other.</summary>
    public float[] Bias { get; }

    private static string Write(OnnxWeights weights, string weight, int size)
    {
        var width = weights.Shape(weight)[1];
        return weights.Matrix(weight, Reordered(weights.Numbers(weight), size * width), [1, 4 * size, width], 1);
    }

    private static float[] Reordered(ReadOnlySpan<float> gates, int length)
    {
        var reordered = new float[gates.Length];
        for (var gate = 0; gate < Order.Length; gate++)
        {
            gates.Slice(Order[gate] * length, length).CopyTo(reordered.AsSpan(gate * length));
        }

        return reordered;
    }
}
