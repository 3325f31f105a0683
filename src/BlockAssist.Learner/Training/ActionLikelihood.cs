using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Views;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace BlockAssist.Learner.Training;

/// <summary>The distribution over all flat actions that a network's answer and the masks make, on tensors.</summary>
/// <remarks>p(action) = p(kind) · p(cell | kind) · p(block | cell); what the masks forbid has none of it.</remarks>
public sealed class ActionLikelihood
{
    private const double Never = -1e9;

    private readonly Tensor _types;
    private readonly Tensor _place;
    private readonly Tensor _break;
    private readonly Tensor _blocks;
    private readonly Tensor _goal;

    /// <summary>Normalises a network's answer.</summary>
    public ActionLikelihood(HumanOutput<Tensor> output, ViewTensors view)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(view);
        using var numbers = new HeldScalars();
        var never = numbers.Of(Never);
        _types = Masked(output.Types, view.Types, never);
        _place = Masked(output.Cells.select(2, 0), view.Place, never);
        _break = Masked(output.Cells.select(2, 1), view.Break, never);
        _goal = view.Goal;

        // One row for each block that the goal may have in a cell, and one for none.
        var wanted = cat([eye(ViewShape.Blocks), zeros(1, ViewShape.Blocks)]).to(output.Blocks.device);
        var scores = output.Blocks.select(2, 0).unsqueeze(1).Plus(output.Blocks.select(2, 1).unsqueeze(1) * wanted);
        _blocks = F.log_softmax(scores.masked_fill(view.Offered.logical_not().unsqueeze(1), never), 2);
    }

    /// <summary>The logarithm of the probability of what was done, turn by turn.</summary>
    public Tensor Of(TurnTensors turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        using var numbers = new HeldScalars();
        var type = turns.Types.unsqueeze(1);
        var cell = turns.Cells.unsqueeze(1);
        var wanted = _goal.gather(1, cell);
        var block = _blocks.gather(1, wanted.unsqueeze(2).expand(-1, 1, ViewShape.Blocks)).squeeze(1).gather(1, turns.Blocks.unsqueeze(1)).squeeze(1);
        var place = _place.gather(1, cell).squeeze(1).Plus(block);
        var breaks = _break.gather(1, cell).squeeze(1);
        return _types.gather(1, type).squeeze(1)
            .Plus(where(turns.Types.eq(numbers.Of(1)), place, zeros_like(place)))
            .Plus(where(turns.Types.eq(numbers.Of(2)), breaks, zeros_like(breaks)));
    }

    /// <summary>Whether what was done is the likeliest action of all.</summary>
    public Tensor IsLikeliest(TurnTensors turns)
    {
        using var numbers = new HeldScalars();
        var best = _blocks.amax([2]).gather(1, _goal);
        var place = _types.select(1, 1).Plus(_place.Plus(best).amax([1]));
        var breaks = _types.select(1, 2).Plus(_break.amax([1]));
        var others = cat([_types.narrow(1, 0, 1), _types.narrow(1, 3, ViewShape.Types - 3)], 1).amax([1]);
        return Of(turns) >= place.maximum(breaks).maximum(others).sub(numbers.Of(1e-6));
    }

    private static Tensor Masked(Tensor scores, Tensor mask, Scalar never) => F.log_softmax(scores.masked_fill(mask.logical_not(), never), 1);
}
