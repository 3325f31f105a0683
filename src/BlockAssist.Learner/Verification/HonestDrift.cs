namespace BlockAssist.Learner.Verification;

/// <summary>How far two honest updates of one segment were from each other.</summary>
/// <param name="State">At which step of the training the segment starts.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="One">The name of a class.</param>
/// <param name="Other">The name of another.</param>
/// <param name="Difference">The larger of the two relative differences.</param>
/// <param name="IsExact">Whether they came to the same state, bit by bit.</param>
public sealed record HonestDrift(int State, int Steps, string One, string Other, double Difference, bool IsExact);
