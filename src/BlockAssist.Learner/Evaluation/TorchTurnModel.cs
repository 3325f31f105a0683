using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Evaluation;

/// <summary>A human model, scored on tensors, a stretch of turns at once.</summary>
/// <param name="network">The model.</param>
/// <param name="weights">Its weights.</param>
/// <param name="device">What computes.</param>
/// <param name="habits">What gets used to the person in the course of a demonstration; null: every person stays a stranger.</param>
public sealed class TorchTurnModel(HumanNetwork network, WeightSet weights, Device device, Habits? habits = null) : ITurnModel, IDisposable
{
    // Sums of rounded numbers are compared.
    private const double Equal = 1e-6;

    private (Tensor Hidden, Tensor Cell)? _memory;

    /// <inheritdoc/>
    public void Reset()
    {
        habits?.Reset();
        Forget();
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
        var kinds = Numbers(likelihood.Kinds);
        var within = Numbers(likelihood.WithinKind(new TurnTensors(turns, device)));
        var best = Numbers(likelihood.LikeliestWithinKinds());
        for (var i = 0; i < turns.Length; i++)
        {
            var ofTurn = kinds.AsSpan(i * ViewShape.Types, ViewShape.Types);
            habits?.Adjust(ofTurn);
            scores[i] = ScoreOf(ofTurn[turns[i].Type] + within[i], ofTurn, best.AsSpan(i * ViewShape.Types, ViewShape.Types));
            GetUsed(turns[i], ofTurn);
        }

        if (network.Options.Memory > 0)
        {
            Forget();
            _memory = (output.Hidden.DetachFromDisposeScope(), output.Cell.DetachFromDisposeScope());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private static TurnScore ScoreOf(float done, ReadOnlySpan<float> kinds, ReadOnlySpan<float> best)
    {
        var highest = float.NegativeInfinity;
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            highest = Math.Max(highest, kinds[kind] + best[kind]);
        }

        return new TurnScore(done, done >= highest - Equal ? 1 : 0);
    }

    private static float[] Numbers(Tensor tensor) => [.. tensor.cpu().contiguous().data<float>()];

    private void GetUsed(Turn turn, ReadOnlySpan<float> expected)
    {
        if (turn.Weight > 0)
        {
            habits?.Learn(expected, turn.Type);
        }

        habits?.Note(turn.Type);
    }

    private void Forget()
    {
        _memory?.Hidden.Dispose();
        _memory?.Cell.Dispose();
        _memory = null;
    }
}
