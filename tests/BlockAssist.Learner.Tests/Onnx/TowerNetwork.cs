using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;

namespace BlockAssist.Learner.Tests.Onnx;

/// <summary>A network with a part of each kind: planes given as bytes, residual convolutions, a memory, and heads.</summary>
internal sealed class TowerNetwork(int channels = 64, int blocks = 3, int memory = 128) : IServedNetwork
{
    private const int Side = 9;
    private const int Planes = 32;

    public string Name => "tower";

    public IReadOnlyList<ServedInput> Inputs =>
    [
        new("planes", [-1, Planes, Side, Side], ServedElement.U8, 1f / 16),
        new("features", [-1, 24]),
        new("hidden", [1, -1, memory]),
        new("cell", [1, -1, memory]),
    ];

    public IReadOnlyList<string> Outputs => ["action", "place", "hidden_next", "cell_next"];

    public IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs)
    {
        var image = ops.Relu(ops.Conv2d(inputs[0], "stem", channels, 3));
        for (var block = 0; block < blocks; block++)
        {
            var inner = ops.Relu(ops.Conv2d(image, $"trunk.{block}.0", channels, 3));
            image = ops.Relu(ops.Add(image, ops.Conv2d(inner, $"trunk.{block}.1", channels, 3)));
        }

        var mean = ops.Mean(image, 2, 3);
        var largest = ops.Max(ops.Max(image, 3), 2);
        var pooled = ops.Relu(ops.Linear(ops.Concat(1, mean, largest, inputs[1]), "pooled", memory));
        var steps = ops.Reshape(ops.LayerNorm(pooled, "norm"), 1, -1, memory);
        var (output, hidden, cell) = ops.Lstm(steps, inputs[2], inputs[3], "memory", memory);
        var context = ops.Reshape(output, -1, memory);
        return [ops.Linear(context, "action", 9), Place(ops, image, context), hidden, cell];
    }

    private T Place<T>(INetworkOps<T> ops, T image, T context)
    {
        var gate = ops.Reshape(ops.Linear(context, "gate", channels), -1, channels, 1, 1);
        var cells = ops.Reshape(ops.Permute(ops.Multiply(image, gate), 0, 2, 3, 1), -1, Side * Side, channels);
        return ops.Reshape(ops.Linear(cells, "place", 10), -1, Side * Side * 10);
    }
}
