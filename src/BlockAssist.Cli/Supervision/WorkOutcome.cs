namespace BlockAssist.Cli.Supervision;

/// <summary>What came of work that was done beside.</summary>
/// <param name="Output">What it told; null if it was not done.</param>
/// <param name="Trouble">What was in the way at last; null if it was done.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Memory">How much memory it took at most, in bytes, as far as was looked.</param>
/// <param name="Processor">How long a core computed for it, as far as was looked.</param>
internal sealed record WorkOutcome(string? Output, string? Trouble, int Attempts, long Memory, TimeSpan Processor);
