using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>What was made of experience before it was learnt from.</summary>
/// <param name="LogLikelihoods">The logarithm of the probability of what was done, when it was done.</param>
/// <param name="Advantages">How much better than foreseen it was; 0 for turns that were not made.</param>
/// <param name="Returns">What the critic is to foresee.</param>
/// <param name="Reference">What the model that play began with would have done.</param>
internal sealed record Assessment(float[] LogLikelihoods, float[] Advantages, float[] Returns, ActionDistribution Reference)
{
    /// <summary>Assesses experience.</summary>
    /// <param name="network">The solver's network.</param>
    /// <param name="weights">The weights, solver and critic, by which it was played.</param>
    /// <param name="reference">The weights that play began with.</param>
    /// <param name="experience">What was seen and done.</param>
    /// <param name="options">How.</param>
    /// <param name="device">What computes.</param>
    public static Assessment Of(HumanNetwork network, WeightSet weights, WeightSet reference, Experience experience, ReinforcementOptions options, Device device)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var pass = SolverPass.Of(network, weights, experience, device, ScalarType.Float32);
        var values = WeightSet.Numbers(pass.Values);
        var after = WeightSet.Numbers(SolverPass.ValuesOf(network, weights, experience.After, device));
        var advantages = new float[values.Length];
        for (var site = 0; site < experience.Sites; site++)
        {
            Estimate(experience, site, values, experience.GoesOn[site] ? after[site] : 0, options, advantages);
        }

        return new Assessment(
            WeightSet.Numbers(pass.Likelihood.Of(pass.Turns)),
            advantages,
            [.. advantages.Zip(values, (advantage, value) => advantage + value)],
            ActionDistribution.Of(SolverPass.LikelihoodOf(network, reference, experience, device)));
    }

    // Rewards times 1 − γ: what the critic foresees is then a mean of cells a turn, whatever the discount.
    private static void Estimate(Experience experience, int site, float[] values, float after, ReinforcementOptions options, float[] advantages)
    {
        var turns = experience.MadeOn(site);
        var (rewards, foreseen, estimated) = (new float[turns], new float[turns], new float[turns]);
        for (var turn = 0; turn < turns; turn++)
        {
            var place = (turn * experience.Sites) + site;
            (rewards[turn], foreseen[turn]) = ((float)(experience.Rewards[place] * (1 - options.Discount)), values[place]);
        }

        Reinforcement.Advantages.Estimate(rewards, foreseen, after, options.Discount, options.Trace, estimated);
        for (var turn = 0; turn < turns; turn++)
        {
            advantages[(turn * experience.Sites) + site] = estimated[turn];
        }
    }
}
