using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Tests.Onnx;

internal sealed class ConvolutionLayer(int kernel) : OneLayer([-1, 16, 9, 7])
{
    public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs) => [ops.Conv2d(inputs[0], "conv", 32, kernel)];
}

internal sealed class LinearLayer() : OneLayer([-1, 5, 12])
{
    public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs) => [ops.Linear(inputs[0], "linear", 7)];
}

internal sealed class LayerNormLayer() : OneLayer([-1, 3, 33])
{
    public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs) => [ops.LayerNorm(inputs[0], "norm")];
}

internal sealed class LstmLayer(int steps) : OneLayer([steps, -1, 10], [1, -1, 24], [1, -1, 24])
{
    public override IReadOnlyList<string> Outputs => ["y", "hidden", "cell"];

    public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs)
    {
        var (output, hidden, cell) = ops.Lstm(inputs[0], inputs[1], inputs[2], "lstm", 24);
        return [output, hidden, cell];
    }
}

internal sealed class ElementwiseLayer() : OneLayer([-1, 4, 6], [4, 1])
{
    public override IReadOnlyList<string> Outputs => ["sum", "product", "positive", "same"];

    public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs) =>
        [ops.Add(inputs[0], inputs[1]), ops.Multiply(inputs[0], inputs[1]), ops.Relu(inputs[0]), ops.Dropout(inputs[0], 0.5)];
}

internal sealed class ReductionLayer() : OneLayer([-1, 4, 6, 5])
{
    public override IReadOnlyList<string> Outputs => ["mean", "means", "largest", "last"];

    public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs) =>
        [ops.Mean(inputs[0], 1), ops.Mean(inputs[0], 2, 3), ops.Max(inputs[0], 1), ops.Max(inputs[0], -1)];
}

internal sealed class ShapeLayer() : OneLayer([-1, 4, 6, 5], [-1, 2, 6, 5])
{
    public override IReadOnlyList<string> Outputs => ["joined", "turned", "flat", "cut", "end"];

    public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs) =>
    [
        ops.Concat(1, inputs[0], inputs[1]),
        ops.Permute(inputs[0], 0, 3, 1, 2),
        ops.Reshape(inputs[0], 0, 4, 30),
        ops.Slice(inputs[0], 2, 1, 3),
        ops.Slice(inputs[0], -1, 3, 2),
    ];
}

internal sealed class SharedLayer() : OneLayer([-1, 8])
{
    public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs) =>
        [ops.Linear(ops.Relu(ops.Linear(inputs[0], "first", 8)), "second", 8)];
}
