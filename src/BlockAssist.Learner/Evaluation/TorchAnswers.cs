using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Evaluation;

/// <summary>The answers of a human model that torch runs, all turns at once.</summary>
internal sealed class TorchAnswers(HumanNetwork network, WeightSet weights, Device device) : IHumanAnswers
{
    private (Tensor Hidden, Tensor Cell)? _memory;

    /// <inheritdoc/>
    public HumanOutput<Tensor> Of(ViewBatch views, ViewTensors tensors)
    {
        var output = network.Run(new TorchOps(weights), tensors.Input(_memory ?? network.NoMemory(1, device)));
        if (network.Options.Memory > 0)
        {
            Forget();
            _memory = (output.Hidden.DetachFromDisposeScope(), output.Cell.DetachFromDisposeScope());
        }

        return output;
    }

    /// <inheritdoc/>
    public void Forget()
    {
        _memory?.Hidden.Dispose();
        _memory?.Cell.Dispose();
        _memory = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();
}
