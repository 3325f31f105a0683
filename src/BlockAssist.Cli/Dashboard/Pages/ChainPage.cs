using BlockAssist.Cli.Contributing;

namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>Where contributions go, and how far they are.</summary>
/// <param name="Records">Whether they are recorded; null if nobody was asked.</param>
/// <param name="Chain">The chain; null before anything was contributed.</param>
/// <param name="Outbox">The last ones of each state, those on their way first.</param>
internal sealed record ChainPage(bool? Records, ChainReport? Chain, IReadOnlyList<OutboxLine> Outbox)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>A contribution in the outbox.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Digest">By which it is known.</param>
/// <param name="State">How far it is: queued, sent, landed or settled.</param>
/// <param name="Round">To which round it was submitted; null if to none.</param>
/// <param name="Height">In which block it landed; null if in none.</param>
/// <param name="Trouble">What was in the way; null if nothing.</param>
internal sealed record OutboxLine(string Kind, string Digest, string State, uint? Round, ulong? Height, string? Trouble);
