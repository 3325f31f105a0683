using BlockAssist.Learner.Personal;

namespace BlockAssist.Cli.Personal;

/// <summary>What came of learning from the player.</summary>
/// <param name="Sessions">How many sessions there are.</param>
/// <param name="Learnt">The model that learnt from all of them; null if there was nothing new.</param>
/// <param name="Tried">The model that was tried on sessions that it had not learnt from; null if none was.</param>
/// <param name="Trial">How it did.</param>
/// <param name="IsPromoted">Whether it plays from now on.</param>
/// <param name="Playing">The model that plays.</param>
internal sealed record PersonalReport(int Sessions, string? Learnt, string? Tried, PersonalTrial? Trial, bool IsPromoted, string Playing);
