using System.Runtime.Intrinsics;

namespace BlockAssist.Net.Merging;

/// <summary>The mean of every weight by itself, without the largest and the smallest numbers (Yin et al. 2018, "Byzantine-Robust Distributed Learning"). All count the same.</summary>
public sealed class TrimmedMean : IMergeRule
{
    private readonly SortedCoordinates _coordinates = new();
    private readonly SortedCoordinates.Choice _choice;
    private readonly double _share;

    /// <summary>Makes the rule.</summary>
    /// <param name="share">Which share of the peers is left out at each end; below a half. One is left out of three or more, whatever the share.</param>
    public TrimmedMean(double share = 0.25)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 0.5);
        (_share, _choice) = (share, MeanOfMiddle);
    }

    /// <inheritdoc/>
    public string Name => "trimmed mean";

    /// <inheritdoc/>
    public void Merge(IReadOnlyList<PeerUpdate> updates, Span<float> merged)
    {
        MergeInput.Check(updates, merged);
        _coordinates.Choose(updates, _choice, merged);
    }

    private Vector512<float> MeanOfMiddle(ReadOnlySpan<Vector512<float>> sorted)
    {
        var trimmed = Math.Min(Math.Max((int)Math.Ceiling(_share * sorted.Length), 1), (sorted.Length - 1) / 2);
        var (sum, counted) = (Vector512<float>.Zero, sorted.Length - (2 * trimmed));
        foreach (var numbers in sorted.Slice(trimmed, counted))
        {
            sum += numbers;
        }

        return sum * (1f / counted);
    }
}
