using System.Numerics.Tensors;

namespace BlockAssist.Net.Merging;

/// <summary>The mean by weight: the best there is where nobody cheats, and in the hands of a single one who does.</summary>
public sealed class WeightedMean : IMergeRule
{
    /// <inheritdoc/>
    public string Name => "mean";

    /// <inheritdoc/>
    public void Merge(IReadOnlyList<PeerUpdate> updates, Span<float> merged)
    {
        var total = MergeInput.Check(updates, merged);
        merged.Clear();
        foreach (var update in updates)
        {
            TensorPrimitives.MultiplyAdd(update.Change.Span, (float)(update.Weight / total), merged, merged);
        }
    }
}
