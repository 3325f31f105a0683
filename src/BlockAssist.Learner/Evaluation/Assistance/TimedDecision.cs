namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>How long a helper took to decide.</summary>
/// <param name="Milliseconds">How long.</param>
/// <param name="Simulations">How many simulations it looked ahead by; 0 without.</param>
internal readonly record struct TimedDecision(double Milliseconds, long Simulations);
