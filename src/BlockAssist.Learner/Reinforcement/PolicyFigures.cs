namespace BlockAssist.Learner.Reinforcement;

/// <summary>What a step of reinforcement showed, means a turn.</summary>
/// <param name="Gain">What was learnt for: the bounded ratio times the advantage.</param>
/// <param name="CriticError">The square of how far the critic was off.</param>
/// <param name="Divergence">How far the builder is from the model that play began with, in nats.</param>
/// <param name="Entropy">How much chance there is in what it does, in nats.</param>
/// <param name="Clipped">The share of turns whose ratio was out of bounds.</param>
public readonly record struct PolicyFigures(double Gain, double CriticError, double Divergence, double Entropy, double Clipped)
{
    /// <summary>No step was made.</summary>
    public static PolicyFigures None => default;

    /// <summary>The means of several steps.</summary>
    public static PolicyFigures Mean(IReadOnlyCollection<PolicyFigures> steps) => steps.Count == 0 ? None : new(
        steps.Average(step => step.Gain),
        steps.Average(step => step.CriticError),
        steps.Average(step => step.Divergence),
        steps.Average(step => step.Entropy),
        steps.Average(step => step.Clipped));
}
