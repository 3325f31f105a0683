namespace BlockAssist.Learner.Models;

/// <summary>A model that somebody wanted to be in the registry.</summary>
/// <param name="Model">The model, which is there now.</param>
/// <param name="Outcome">What was done for that.</param>
public sealed record ModelAddition(ModelEntry Model, AdditionOutcome Outcome);
