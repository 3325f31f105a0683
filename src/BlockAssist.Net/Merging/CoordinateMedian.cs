using System.Runtime.Intrinsics;

namespace BlockAssist.Net.Merging;

/// <summary>The median of every weight by itself (Yin et al. 2018, "Byzantine-Robust Distributed Learning"): of an even number of peers the mean of the two in the middle. All count the same.</summary>
public sealed class CoordinateMedian : IMergeRule
{
    private readonly SortedCoordinates _coordinates = new();

    /// <inheritdoc/>
    public string Name => "median";

    /// <inheritdoc/>
    public void Merge(IReadOnlyList<PeerUpdate> updates, Span<float> merged)
    {
        MergeInput.Check(updates, merged);
        _coordinates.Choose(updates, Middle, merged);
    }

    private static Vector512<float> Middle(ReadOnlySpan<Vector512<float>> sorted)
    {
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] * 0.5f) + (sorted[half] * 0.5f);
    }
}
