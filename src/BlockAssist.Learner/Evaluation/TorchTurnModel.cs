using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Evaluation;

/// <summary>A human model, scored on tensors, a stretch of turns at once.</summary>
public sealed class TorchTurnModel(HumanNetwork network, WeightSet weights, Device device) : ITurnModel, IDisposable
{
    private (Tensor Hidden, Tensor Cell)? _memory;

    /// <inheritdoc/>
    public void Reset()
    {
        _memory?.Hidden.Dispose();
        _memory?.Cell.Dispose();
        _memory = null;
    }

    /// <inheritdoc/>
    public void Score(ViewBatch views, ReadOnlySpan<Turn> turns, Span<TurnScore> scores)
    {
        ArgumentNullException.ThrowIfNull(views);
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var view = new ViewTensors(views, device);
        var output = network.Run(new TorchOps(weights), view.Input(_memory ?? network.NoMemory(1, device)));
        var likelihood = new ActionLikelihood(output, view);
        var done = new TurnTensors(turns, device);
        var logs = likelihood.Of(done).cpu().data<float>();
        var hits = likelihood.IsLikeliest(done).cpu().data<bool>();
        for (var i = 0; i < turns.Length; i++)
        {
            scores[i] = new TurnScore(logs[i], hits[i] ? 1 : 0);
        }

        if (network.Options.Memory > 0)
        {
            Reset();
            _memory = (output.Hidden.DetachFromDisposeScope(), output.Cell.DetachFromDisposeScope());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Reset();
}
