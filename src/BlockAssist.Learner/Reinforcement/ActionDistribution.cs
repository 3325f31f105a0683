using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>What a model makes of turns, as plain numbers: logarithms of probabilities, factored as the model's answer is.</summary>
/// <param name="Kinds">Turns × kinds of action.</param>
/// <param name="Place">Turns × cells to place into.</param>
/// <param name="Break">Turns × cells to break.</param>
/// <param name="Blocks">Turns × what the goal has in the cell × blocks.</param>
internal sealed record ActionDistribution(float[] Kinds, float[] Place, float[] Break, float[] Blocks)
{
    /// <summary>Keeps a distribution.</summary>
    public static ActionDistribution Of(ActionLikelihood likelihood) =>
        new(Numbers(likelihood.Kinds), Numbers(likelihood.Place), Numbers(likelihood.Break), Numbers(likelihood.Blocks));

    /// <summary>How much chance a distribution leaves in each turn, in nats.</summary>
    public static Tensor Entropy(ActionLikelihood of) =>
        -Expected(of, of.Kinds, of.Place, of.Break, of.Blocks);

    /// <summary>How far a distribution is from this one in each turn, in nats: the Kullback-Leibler divergence, summed over all actions.</summary>
    public Tensor Divergence(ActionLikelihood of)
    {
        var device = of.Kinds.device;
        var turns = of.Kinds.shape[0];
        return Expected(
            of,
            of.Kinds.Minus(TensorCopies.Of(Kinds, device, turns, ViewShape.Types)),
            of.Place.Minus(TensorCopies.Of(Place, device, turns, ViewShape.Cells)),
            of.Break.Minus(TensorCopies.Of(Break, device, turns, ViewShape.Cells)),
            of.Blocks.Minus(TensorCopies.Of(Blocks, device, turns, ViewShape.Blocks + 1, ViewShape.Blocks)));
    }

    // The mean, over what may be done, of a number that is a sum of one for the kind, one for the cell and one for the block.
    private static Tensor Expected(ActionLikelihood of, Tensor kinds, Tensor place, Tensor breaks, Tensor blocks)
    {
        var block = (of.Blocks.exp() * blocks).sum(2).gather(1, of.Goal);
        var placing = (of.Place.exp() * place.Plus(block)).sum(1);
        var breaking = (of.Break.exp() * breaks).sum(1);
        var chances = of.Kinds.exp();
        return (chances * kinds).sum(1).Plus(chances.select(1, 1) * placing).Plus(chances.select(1, 2) * breaking);
    }

    private static float[] Numbers(Tensor tensor) => [.. tensor.detach().cpu().contiguous().data<float>()];
}
