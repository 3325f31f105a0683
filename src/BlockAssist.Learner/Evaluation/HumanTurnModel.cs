using BlockAssist.Learner.Data;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Evaluation;

/// <summary>A human model, scored a stretch of turns at once by the same rules whatever runs its network.</summary>
public sealed class HumanTurnModel : ITurnModel, IDisposable
{
    // Sums of rounded numbers are compared.
    private const double Equal = 1e-6;

    private readonly IHumanAnswers _answers;
    private readonly Device _device;
    private readonly Habits? _habits;

    private HumanTurnModel(IHumanAnswers answers, Device device, Habits? habits) => (_answers, _device, _habits) = (answers, device, habits);

    /// <summary>A model that torch runs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights; must outlive the model.</param>
    /// <param name="device">What computes.</param>
    /// <param name="habits">What gets used to the person in the course of a demonstration; null: every person stays a stranger.</param>
    public static HumanTurnModel OnTorch(HumanNetwork network, WeightSet weights, Device device, Habits? habits = null) =>
        new(new TorchAnswers(network, weights, device), device, habits);

    /// <summary>A model as it is served, one turn after the other.</summary>
    /// <param name="engine">The served model; must outlive this one.</param>
    /// <param name="habits">What gets used to the person in the course of a demonstration; null: every person stays a stranger.</param>
    /// <exception cref="OnnxFormatException">The engine runs another network, or one made for another view.</exception>
    public static HumanTurnModel Served(InferenceEngine engine, Habits? habits = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return new HumanTurnModel(new ServedAnswers(engine), CPU, habits);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _habits?.Reset();
        _answers.Forget();
    }

    /// <inheritdoc/>
    public void Score(ViewBatch views, ReadOnlySpan<Turn> turns, Span<TurnScore> scores)
    {
        ArgumentNullException.ThrowIfNull(views);
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var view = new ViewTensors(views, _device);
        var likelihood = new ActionLikelihood(_answers.Of(views, view), view);
        var kinds = Numbers(likelihood.Kinds);
        var within = Numbers(likelihood.WithinKind(new TurnTensors(turns, _device)));
        var best = Numbers(likelihood.LikeliestWithinKinds());
        for (var i = 0; i < turns.Length; i++)
        {
            var ofTurn = kinds.AsSpan(i * ViewShape.Types, ViewShape.Types);
            _habits?.Adjust(ofTurn);
            scores[i] = ScoreOf(ofTurn[turns[i].Type] + within[i], ofTurn, best.AsSpan(i * ViewShape.Types, ViewShape.Types));
            GetUsed(turns[i], ofTurn);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _answers.Dispose();

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
            _habits?.Learn(expected, turn.Type);
        }

        _habits?.Note(turn.Type);
    }
}
