namespace BlockAssist.Learner.Evaluation;

/// <summary>A part of a whole, as it was in one independent draw: an episode, or all episodes of a house.</summary>
/// <param name="Part">The part; of a difference it may be negative.</param>
/// <param name="Whole">The whole; not negative.</param>
public readonly record struct Portion(double Part, double Whole);
