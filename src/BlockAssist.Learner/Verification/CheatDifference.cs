namespace BlockAssist.Learner.Verification;

/// <summary>How far a cheat was from an honest segment of its own class.</summary>
/// <param name="Cheat">The name of the cheat.</param>
/// <param name="State">At which step of the training the segment starts.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Difference">The relative difference of the updates.</param>
public sealed record CheatDifference(string Cheat, int State, int Steps, double Difference);
