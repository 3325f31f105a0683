using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace BlockAssist.Learner.Networks;

/// <summary>Runs a network on tensors: computes, and trains.</summary>
/// <remarks>For one pass, within a scope of torch's; gradients flow into the row of the weights. Belongs to one thread.</remarks>
/// <param name="weightSet">The weights.</param>
/// <param name="training">Whether dropout drops.</param>
/// <param name="type">What the weights are rounded to for the pass; inputs must be of the same type.</param>
public sealed class TorchOps(WeightSet weightSet, bool training = false, ScalarType type = ScalarType.Float32) : INetworkOps<Tensor>
{
    private readonly IReadOnlyDictionary<string, Tensor> _weights = weightSet.Views(type);

    /// <inheritdoc/>
    public Tensor Conv2d(Tensor x, string layer, int channels, int kernel) =>
        F.conv2d(x, _weights[$"{layer}.weight"], _weights[$"{layer}.bias"], padding: [kernel / 2, kernel / 2]);

    /// <inheritdoc/>
    public Tensor Linear(Tensor x, string layer, int features) => F.linear(x, _weights[$"{layer}.weight"], _weights[$"{layer}.bias"]);

    /// <inheritdoc/>
    public Tensor LayerNorm(Tensor x, string layer) =>
        F.layer_norm(x, [x.shape[^1]], _weights[$"{layer}.weight"], _weights[$"{layer}.bias"]);

    /// <inheritdoc/>
    public (Tensor Output, Tensor Hidden, Tensor Cell) Lstm(Tensor x, Tensor hidden, Tensor cell, string layer, int size)
    {
        // Gate order i, f, g, o. The inputs' share of all steps is one product; what is left for the loop is small.
        var inputs = F.linear(x, _weights[$"{layer}.weight_ih_l0"], _weights[$"{layer}.bias_ih_l0"].Plus(_weights[$"{layer}.bias_hh_l0"]));
        var recurrent = _weights[$"{layer}.weight_hh_l0"];
        var (h, c) = (hidden[0], cell[0]);
        var steps = new Tensor[x.shape[0]];
        for (var step = 0; step < steps.Length; step++)
        {
            var gates = inputs[step].Plus(F.linear(h, recurrent)).chunk(4, 1);
            c = (gates[1].sigmoid() * c).Plus(gates[0].sigmoid() * gates[2].tanh());
            h = gates[3].sigmoid() * c.tanh();
            steps[step] = h;
        }

        return (stack(steps), h.unsqueeze(0), c.unsqueeze(0));
    }

    /// <inheritdoc/>
    public Tensor Relu(Tensor x) => F.relu(x);

    /// <inheritdoc/>
    public Tensor Dropout(Tensor x, double share) => training && share > 0 ? F.dropout(x, share, training: true) : x;

    /// <inheritdoc/>
    public Tensor Add(Tensor a, Tensor b) => a.Plus(b);

    /// <inheritdoc/>
    public Tensor Multiply(Tensor a, Tensor b) => a * b;

    /// <inheritdoc/>
    public Tensor Concat(int axis, params ReadOnlySpan<Tensor> parts) => cat(parts.ToArray(), axis);

    /// <inheritdoc/>
    public Tensor Mean(Tensor x, params ReadOnlySpan<int> axes) => x.mean(Array.ConvertAll(axes.ToArray(), axis => (long)axis));

    /// <inheritdoc/>
    public Tensor Max(Tensor x, int axis) => x.amax([axis]);

    /// <inheritdoc/>
    public Tensor Permute(Tensor x, params ReadOnlySpan<int> axes) => x.permute(Array.ConvertAll(axes.ToArray(), axis => (long)axis));

    /// <inheritdoc/>
    public Tensor Reshape(Tensor x, params ReadOnlySpan<int> shape)
    {
        var lengths = new long[shape.Length];
        for (var axis = 0; axis < shape.Length; axis++)
        {
            lengths[axis] = shape[axis] == 0 ? x.shape[axis] : shape[axis];
        }

        return x.reshape(lengths);
    }

    /// <inheritdoc/>
    public Tensor Slice(Tensor x, int axis, int start, int length) => x.narrow(axis, start, length);
}
