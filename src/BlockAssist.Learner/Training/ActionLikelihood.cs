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

    /// <summary>Normalises a network's answer.</summary>
    public ActionLikelihood(HumanOutput<Tensor> output, ViewTensors view)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(view);
        using var numbers = new HeldScalars();
        var never = numbers.Of(Never);
        Kinds = Masked(output.Types.to(float32), view.Types, never);
        var cells = output.Cells.to(float32);
        Place = Masked(cells.select(2, 0), view.Place, never);
        Break = Masked(cells.select(2, 1), view.Break, never);
        Goal = view.Goal;

        // One row for each block that the goal may have in a cell, and one for none.
        var blocks = output.Blocks.to(float32);
        var wanted = cat([eye(ViewShape.Blocks), zeros(1, ViewShape.Blocks)]).to(blocks.device);
        var scores = blocks.select(2, 0).unsqueeze(1).Plus(blocks.select(2, 1).unsqueeze(1) * wanted);
        Blocks = F.log_softmax(scores.masked_fill(view.Offered.logical_not().unsqueeze(1), never), 2);
    }

    /// <summary>The logarithms of the probabilities of the kinds of action: turns × kinds.</summary>
    public Tensor Kinds { get; }

    /// <summary>The same of the cells to place into: turns × cells.</summary>
    internal Tensor Place { get; }

    /// <summary>The same of the cells to break: turns × cells.</summary>
    internal Tensor Break { get; }

    /// <summary>The same of the blocks to place: turns × what the goal has in the cell × blocks.</summary>
    internal Tensor Blocks { get; }

    /// <summary>Which block the goal has in each cell: turns × cells.</summary>
    internal Tensor Goal { get; }

    /// <summary>The logarithm of the probability of what was done, turn by turn.</summary>
    public Tensor Of(TurnTensors turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        return Kinds.gather(1, turns.Types.unsqueeze(1)).squeeze(1).Plus(WithinKind(turns));
    }

    /// <summary>The logarithm of the probability of the cell and block of what was done, given its kind, turn by turn.</summary>
    public Tensor WithinKind(TurnTensors turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        using var numbers = new HeldScalars();
        var cell = turns.Cells.unsqueeze(1);
        var wanted = Goal.gather(1, cell);
        var block = Blocks.gather(1, wanted.unsqueeze(2).expand(-1, 1, ViewShape.Blocks)).squeeze(1).gather(1, turns.Blocks.unsqueeze(1)).squeeze(1);
        var place = Place.gather(1, cell).squeeze(1).Plus(block);
        var breaks = Break.gather(1, cell).squeeze(1);
        return where(turns.Types.eq(numbers.Of(1)), place, zeros_like(place))
            .Plus(where(turns.Types.eq(numbers.Of(2)), breaks, zeros_like(breaks)));
    }

    /// <summary>The same of the likeliest cell and block of each kind: turns × kinds.</summary>
    public Tensor LikeliestWithinKinds()
    {
        var block = Blocks.amax([2]).gather(1, Goal);
        var place = Place.Plus(block).amax([1], keepdim: true);
        var breaks = Break.amax([1], keepdim: true);
        var others = zeros_like(Kinds).narrow(1, 0, ViewShape.Types - 2);
        return cat([others.narrow(1, 0, 1), place, breaks, others.narrow(1, 1, ViewShape.Types - 3)], 1);
    }

    /// <summary>Whether what was done is the likeliest action of all.</summary>
    public Tensor IsLikeliest(TurnTensors turns)
    {
        using var numbers = new HeldScalars();
        return Of(turns) >= Kinds.Plus(LikeliestWithinKinds()).amax([1]).sub(numbers.Of(1e-6));
    }

    private static Tensor Masked(Tensor scores, Tensor mask, Scalar never) => F.log_softmax(scores.masked_fill(mask.logical_not(), never), 1);
}
