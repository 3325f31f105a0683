using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>Proximal policy optimisation: what came out better than the critic foresaw becomes likelier, within bounds.</summary>
/// <remarks>
/// Schulman et al., "Proximal Policy Optimization Algorithms", 2017: −min(ρA, clip(ρ, 1−ε, 1+ε)A), ρ being how much likelier what was
/// done is now than when it was done; plus the critic's squared error, plus β times the divergence from the model that play
/// began with, less chance. Nothing is dropped at random: ρ would measure what was dropped.
/// </remarks>
/// <param name="network">The solver's network.</param>
/// <param name="options">How much each part counts.</param>
/// <param name="experience">What was seen and done.</param>
/// <param name="before">What was made of it when it was done.</param>
internal sealed class PolicyLesson(HumanNetwork network, ReinforcementOptions options, Experience experience, Assessment before) : ILesson
{
    /// <summary>Whether the builder learns, or only the critic.</summary>
    public required bool BuilderLearns { get; init; }

    /// <summary>What the last step showed.</summary>
    public PolicyFigures Figures { get; private set; } = PolicyFigures.None;

    /// <inheritdoc/>
    public int Turns { get; } = experience.Turns.Count(turn => turn.Weight > 0);

    /// <inheritdoc/>
    public LessonOutcome Measure(WeightSet weights, ScalarType type, Device device)
    {
        using var numbers = new HeldScalars();
        var pass = SolverPass.Of(network, weights, experience, device, type);
        var made = pass.Turns.Weights;
        var counted = made.sum().clamp_min(numbers.Of(1));
        var ratio = pass.Likelihood.Of(pass.Turns).Minus(TensorCopies.Of(before.LogLikelihoods, device)).exp();
        var advantages = TensorCopies.Of(before.Advantages, device);
        var bounded = ratio.clamp(numbers.Of(1 - options.Clip), numbers.Of(1 + options.Clip));
        var gain = Mean(minimum(ratio * advantages, bounded * advantages));
        var error = pass.Values.Minus(TensorCopies.Of(before.Returns, device));
        var critic = Mean(error * error);
        var divergence = Mean(before.Reference.Divergence(pass.Likelihood));
        var entropy = Mean(ActionDistribution.Entropy(pass.Likelihood));
        var clipped = Mean(ratio.ne(bounded).to(float32));
        Figures = new PolicyFigures(gain.Number(), critic.Number(), divergence.Number(), entropy.Number(), clipped.Number());
        var builder = (divergence * numbers.Of(options.Pull)).Minus(gain).Minus(entropy * numbers.Of(options.EntropyWeight));
        var loss = (builder * numbers.Of(BuilderLearns ? 1 : 0)).Plus(critic * numbers.Of(options.CriticWeight));
        return new LessonOutcome(loss, Mean(pass.Likelihood.IsLikeliest(pass.Turns).to(float32)).detach());

        Tensor Mean(Tensor each) => (each * made).sum() / counted;
    }
}
