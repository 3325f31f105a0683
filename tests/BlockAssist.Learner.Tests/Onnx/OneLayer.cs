using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;

namespace BlockAssist.Learner.Tests.Onnx;

/// <summary>A network of one operation, which a test passes as the pair of what it means on tensors and in a graph.</summary>
internal abstract class OneLayer(params int[][] shapes) : IServedNetwork
{
    public virtual string Name => GetType().Name;

    public IReadOnlyList<ServedInput> Inputs => [.. shapes.Select((shape, i) => new ServedInput($"x{i}", shape))];

    public virtual IReadOnlyList<string> Outputs => ["y"];

    public abstract IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs);
}
