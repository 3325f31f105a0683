namespace BlockAssist.Net.Hub;

/// <summary>Somebody else has written to the log of a round: what the writer knows of the round is out of date.</summary>
/// <param name="round">The round.</param>
/// <param name="place">The place that is taken.</param>
/// <param name="inner">What the store said.</param>
public sealed class LogConflictException(ulong round, int place, Exception? inner = null)
    : Exception($"the log of round {round} has an entry {place} already", inner);
