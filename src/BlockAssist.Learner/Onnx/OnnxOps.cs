using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Onnx;

/// <summary>Runs a network by writing down what it computes: the graph that serves it.</summary>
/// <remarks>
/// Operator set <see cref="OnnxExporter.Opset"/>. Gates, axes and transposition follow ONNX where it differs from PyTorch;
/// see docs/inference.md.
/// </remarks>
internal sealed class OnnxOps(OnnxGraph graph, OnnxWeights weights) : INetworkOps<OnnxValue>
{
    // PyTorch's default; ONNX's is the same, but written down in both.
    private const float Epsilon = 1e-5f;

    private readonly ShapeOps _shapes = new();

    /// <inheritdoc/>
    public OnnxValue Conv2d(OnnxValue x, string layer, int channels, int kernel)
    {
        var weight = $"{layer}.weight";
        var kernels = weights.Matrix(weight, weights.Numbers(weight), weights.Shape(weight), 0);
        var name = graph.Node(
            "Conv",
            [x.Name, kernels, weights.Vector($"{layer}.bias")],
            OnnxAttribute.Of("kernel_shape", kernel, kernel),
            OnnxAttribute.Of("pads", kernel / 2, kernel / 2, kernel / 2, kernel / 2));
        return new OnnxValue(name, _shapes.Conv2d(x.Shape, layer, channels, kernel));
    }

    /// <inheritdoc/>
    public OnnxValue Linear(OnnxValue x, string layer, int features)
    {
        var weight = $"{layer}.weight";
        int[] shape = [x.Shape[^1], features];
        var columns = Transposed(weights.Numbers(weight), features, x.Shape[^1]);
        var result = _shapes.Linear(x.Shape, layer, features);
        if (weights.Format == WeightFormat.I8Dynamic)
        {
            var product = RoundedProduct(x.Name, weight, columns, shape);
            return new OnnxValue(graph.Node("Add", [product, weights.Vector($"{layer}.bias")]), result);
        }

        // The runtime does the bias, and a Relu that follows, within a Gemm; after a MatMul of several axes they are passes of their own.
        var rows = x.Rows ?? graph.Node("Reshape", [x.Name, graph.Integers(-1, x.Shape[^1])]);
        var sum = graph.Node("Gemm", [rows, weights.Matrix(weight, columns, shape, 1), weights.Vector($"{layer}.bias")]);
        return OnnxValue.OfRows(graph, sum, result);
    }

    /// <inheritdoc/>
    public OnnxValue LayerNorm(OnnxValue x, string layer)
    {
        var name = graph.Node(
            "LayerNormalization",
            [x.Name, weights.Vector($"{layer}.weight"), weights.Vector($"{layer}.bias")],
            OnnxAttribute.Of("axis", -1L),
            OnnxAttribute.Of("epsilon", Epsilon));
        return new OnnxValue(name, _shapes.LayerNorm(x.Shape, layer));
    }

    /// <inheritdoc/>
    public (OnnxValue Output, OnnxValue Hidden, OnnxValue Cell) Lstm(
        OnnxValue x, OnnxValue hidden, OnnxValue cell, string layer, int size)
    {
        var gates = new LstmWeights(weights, layer, size);
        var bias = graph.Constant<float>($"{layer}.bias", OnnxDataType.Float32, [1, 8 * size], gates.Bias);

        // The empty one is the length of each sequence: all are whole.
        string[] inputs = [x.Name, gates.Input, gates.Recurrent, bias, "", hidden.Name, cell.Name];
        var outputs = graph.Nodes("LSTM", inputs, 3, OnnxAttribute.Of("hidden_size", (long)size));

        // Steps × directions × batch × size: there is one direction.
        var output = graph.Node("Squeeze", [outputs[0], graph.Integers(1)]);
        var shapes = _shapes.Lstm(x.Shape, hidden.Shape, cell.Shape, layer, size);
        return (new OnnxValue(output, shapes.Output), new OnnxValue(outputs[1], shapes.Hidden), new OnnxValue(outputs[2], shapes.Cell));
    }

    /// <inheritdoc/>
    public OnnxValue Relu(OnnxValue x) =>
        x.Rows is null ? new(graph.Node("Relu", [x.Name]), x.Shape) : OnnxValue.OfRows(graph, graph.Node("Relu", [x.Rows]), x.Shape);

    /// <inheritdoc/>
    public OnnxValue Dropout(OnnxValue x, double share) => x;

    /// <inheritdoc/>
    public OnnxValue Add(OnnxValue a, OnnxValue b) => new(graph.Node("Add", [a.Name, b.Name]), _shapes.Add(a.Shape, b.Shape));

    /// <inheritdoc/>
    public OnnxValue Multiply(OnnxValue a, OnnxValue b) => new(graph.Node("Mul", [a.Name, b.Name]), _shapes.Multiply(a.Shape, b.Shape));

    /// <inheritdoc/>
    public OnnxValue Concat(int axis, params ReadOnlySpan<OnnxValue> parts)
    {
        var values = parts.ToArray();
        var name = graph.Node("Concat", Array.ConvertAll(values, part => part.Name), OnnxAttribute.Of("axis", (long)axis));
        return new OnnxValue(name, _shapes.Concat(axis, Array.ConvertAll(values, part => part.Shape)));
    }

    /// <inheritdoc/>
    public OnnxValue Mean(OnnxValue x, params ReadOnlySpan<int> axes) => Reduce("ReduceMean", x, axes);

    /// <inheritdoc/>
    public OnnxValue Max(OnnxValue x, int axis) => Reduce("ReduceMax", x, [axis]);

    /// <inheritdoc/>
    public OnnxValue Permute(OnnxValue x, params ReadOnlySpan<int> axes) =>
        new(graph.Node("Transpose", [x.Name], OnnxAttribute.Of("perm", axes)), _shapes.Permute(x.Shape, axes));

    /// <inheritdoc/>
    public OnnxValue Reshape(OnnxValue x, params ReadOnlySpan<int> shape) =>
        new(graph.Node("Reshape", [x.Name, graph.Integers(shape)]), _shapes.Reshape(x.Shape, shape));

    /// <inheritdoc/>
    public OnnxValue Slice(OnnxValue x, int axis, int start, int length)
    {
        string[] inputs = [x.Name, graph.Integers(start), graph.Integers(start + length), graph.Integers(axis)];
        return new OnnxValue(graph.Node("Slice", inputs), _shapes.Slice(x.Shape, axis, start, length));
    }

    private static float[] Transposed(ReadOnlySpan<float> rows, int height, int width)
    {
        var columns = new float[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            columns[(i % width * height) + (i / width)] = rows[i];
        }

        return columns;
    }

    // x ≈ (x8 − x0)·step, w ≈ (w8 − zero)·scale: the product of the whole numbers, times both scales.
    private string RoundedProduct(string x, string weight, float[] columns, int[] shape)
    {
        var (matrix, scales) = weights.Rounded(weight, columns, shape);
        var zero = graph.Constant<byte>("zero", OnnxDataType.UInt8, [], [OnnxWeights.Zero]);
        var rounded = graph.Nodes("DynamicQuantizeLinear", [x], 3);
        var product = graph.Node("MatMulInteger", [rounded[0], matrix, rounded[2], zero]);
        var wide = graph.Node("Cast", [product], OnnxAttribute.Of("to", (long)OnnxDataType.Float32));
        return graph.Node("Mul", [wide, graph.Node("Mul", [rounded[1], scales])]);
    }

    private OnnxValue Reduce(string operation, OnnxValue x, ReadOnlySpan<int> axes)
    {
        var name = graph.Node(operation, [x.Name], OnnxAttribute.Of("axes", axes), OnnxAttribute.Of("keepdims", 0L));
        return new OnnxValue(name, _shapes.Mean(x.Shape, axes));
    }
}
