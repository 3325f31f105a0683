namespace BlockAssist.Cli.Contributing;

/// <summary>What was paid out.</summary>
/// <param name="Account">To whom.</param>
/// <param name="Ether">How much.</param>
internal sealed record ClaimReport(string Account, string Ether)
{
    /// <summary>How many credits of rounds were claimed for it.</summary>
    public int Lines { get; init; }
}
