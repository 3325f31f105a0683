using BlockAssist.Net.Blobs;

namespace BlockAssist.Net.Merging;

/// <summary>What a merge came to.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Norm">How long the merged change is.</param>
/// <param name="Peers">What became of each update, in the order in which they were given.</param>
public sealed record MergeResult(string Rule, double Norm, IReadOnlyList<MergedPeer> Peers)
{
    /// <summary>The step that was made along it.</summary>
    public OuterStep Step { get; init; } = new(1, 0);

    /// <summary>By how much the model is better after that step at what no peer has seen; below 0 worse.</summary>
    public double Gain { get; init; }

    /// <summary>The momentum that whoever merges into the model next goes on with; null where it is in the model's own file, as it was at first.</summary>
    public BlobId? Momentum { get; init; }
}
