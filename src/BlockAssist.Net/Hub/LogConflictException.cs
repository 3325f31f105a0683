namespace BlockAssist.Net.Hub;

/// <summary>Somebody else has written to the log of a round: what the writer knows of the round is out of date.</summary>
/// <param name="round">The round.</param>
/// <param name="place">The place at which the log was to be gone on with.</param>
public sealed class LogConflictException(ulong round, int place)
    : Exception($"the log of round {round} is not to be gone on with at entry {place}: somebody else writes it, too");
