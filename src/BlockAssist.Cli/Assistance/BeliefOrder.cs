namespace BlockAssist.Cli.Assistance;

/// <summary>By what play a belief model is to be measured.</summary>
/// <param name="Data">Recorded episodes; null to play some.</param>
/// <param name="Houses">Blueprint files and folders to play on; none: made-up goals of every kind.</param>
/// <param name="Episodes">How many to play.</param>
/// <param name="Human">The human model that plays: a file, or the start of a hash; null for the one that plays here.</param>
/// <param name="Assistant">The belief model, likewise.</param>
/// <param name="Moments">How many moments of an episode are measured.</param>
/// <param name="Seed">Fixes what is played.</param>
internal sealed record BeliefOrder(string[]? Data, IReadOnlyList<string> Houses, int Episodes, string? Human, string? Assistant, int Moments, ulong Seed);
