namespace BlockAssist.Learner.Training;

/// <summary>What a step of training showed.</summary>
/// <param name="Step">How many steps there were with it.</param>
/// <param name="Loss">Cross-entropy, in nats a turn.</param>
/// <param name="Accuracy">The share of turns whose likeliest action was the one done.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="GradientNorm">How long the gradient was.</param>
/// <param name="Turns">How many turns it was over.</param>
public readonly record struct TrainingStep(int Step, double Loss, double Accuracy, double Rate, double GradientNorm, int Turns);
