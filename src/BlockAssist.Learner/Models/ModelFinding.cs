namespace BlockAssist.Learner.Models;

/// <summary>What a check of the registry found wrong.</summary>
/// <param name="File">The file.</param>
/// <param name="Problem">What is wrong with it, and what was expected.</param>
public sealed record ModelFinding(string File, string Problem);
