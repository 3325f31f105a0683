namespace BlockAssist.Learner.Verification;

/// <summary>What is tolerated between two classes of device.</summary>
/// <param name="One">The name of a class.</param>
/// <param name="Other">The name of another, or of the same.</param>
/// <param name="Steps">Up to how many steps it holds.</param>
/// <param name="Drift">The worst honest drift that was measured.</param>
/// <param name="Tolerance">What is tolerated: a multiple of it; nothing within one class.</param>
/// <param name="Cheats">How many cheats of the one class the other looked at.</param>
/// <param name="Detected">How many of them were further off than tolerated.</param>
public sealed record PairTolerance(string One, string Other, int Steps, double Drift, double Tolerance, int Cheats, int Detected);
