namespace BlockAssist.Learner.Evaluation;

/// <summary>How well a model foresaw one turn.</summary>
/// <param name="LogProbability">The natural logarithm of the probability that it gave to what was done.</param>
/// <param name="IsLikeliest">How much of a hit its likeliest action was: 1, or a share if several were equally likely.</param>
public readonly record struct TurnScore(double LogProbability, double IsLikeliest);
