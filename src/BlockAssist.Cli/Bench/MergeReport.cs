using BlockAssist.Net.Merging.Bench;

namespace BlockAssist.Cli.Bench;

/// <summary>What <c>bench merge</c> found.</summary>
/// <param name="Peers">How many peers there were.</param>
/// <param name="Liars">How many of them lied where some did.</param>
/// <param name="Weights">How many weights the model had.</param>
/// <param name="Rules">What each rule costs and stands.</param>
internal sealed record MergeReport(int Peers, int Liars, int Weights, IReadOnlyList<MergeFigures> Rules);
