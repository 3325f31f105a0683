using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Inference.Bench;

/// <summary>A network run by torch as fast as torch can: no gradients, weights split once, inputs already there, images channels last.</summary>
/// <remarks>Several must be disposed of in the opposite order of their making, as torch's scopes are a stack.</remarks>
internal sealed class TorchForward : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly IServedNetwork _network;
    private readonly TorchOps _ops;
    private readonly Tensor[] _inputs;

    public TorchForward(IServedNetwork network, WeightSet weights, InferenceRun run)
    {
        using var without = no_grad();
        _network = network;
        _ops = new TorchOps(weights);
        _inputs = [.. network.Inputs.Select(input => InputOf(input, run))];
    }

    /// <summary>Runs the network on the numbers that the run had when this was made.</summary>
    public void Execute()
    {
        using var scope = NewDisposeScope();
        using var without = inference_mode();
        _network.Run(_ops, _inputs);
    }

    public void Dispose() => _scope.Dispose();

    private static Tensor InputOf(ServedInput input, InferenceRun run)
    {
        var numbers = input.Element == ServedElement.U8
            ? Array.ConvertAll(run.InputBytes(input.Name).ToArray(), number => number * input.Scale)
            : run.Input(input.Name).ToArray();
        var given = tensor(numbers).reshape(Array.ConvertAll(input.Shape, length => length < 0 ? run.Batch : (long)length));

        // The strides decide: convolutions follow those of their input, and are 1.3 to 2 times as fast with channels last.
        return given.dim() == 4 ? given.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2) : given;
    }
}
