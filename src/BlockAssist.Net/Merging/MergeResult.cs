namespace BlockAssist.Net.Merging;

/// <summary>What a merge came to.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Norm">How long the merged change is.</param>
/// <param name="Peers">What became of each update, in the order in which they were given.</param>
public sealed record MergeResult(string Rule, double Norm, IReadOnlyList<MergedPeer> Peers);
