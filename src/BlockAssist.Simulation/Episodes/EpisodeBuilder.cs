namespace BlockAssist.Simulation.Episodes;

/// <summary>Who a builder of an episode was.</summary>
/// <param name="Role">What it was there for.</param>
/// <param name="Name">What it is called: a player's name, a policy's, a model's.</param>
public sealed record EpisodeBuilder(BuilderRole Role, string Name);
