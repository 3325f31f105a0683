namespace BlockAssist.Net.Merging;

/// <summary>Makes one change of what peers would change in a model.</summary>
/// <remarks>
/// Tensors far longer than the others' are shortened (<see cref="NormClip"/>), and the changes merged by the rule for so many peers
/// (<see cref="MergeRules"/>). The same updates in the same order come to the same bits on every machine; so does the <see cref="OuterStep"/>
/// that is made of it, and whoever has the updates can check a merged model by its hash.
/// </remarks>
/// <param name="lengths">How many weights each tensor of the model has, in order.</param>
public sealed class ModelMerge(IReadOnlyList<int> lengths)
{
    private readonly int _count = lengths.Sum();

    /// <summary>Merges.</summary>
    /// <param name="updates">Verified updates; those of no weight are left out, and say so in the result.</param>
    /// <param name="merged">The merged change.</param>
    /// <exception cref="ArgumentException">No update counts, or one is not as long as the model.</exception>
    public MergeResult Merge(IReadOnlyList<PeerUpdate> updates, out float[] merged)
    {
        ArgumentNullException.ThrowIfNull(updates);
        int[] counting = [.. Enumerable.Range(0, updates.Count).Where(peer => updates[peer].Weight > 0)];
        float[][] changes = [.. counting.Select(peer => updates[peer].Change.ToArray())];
        foreach (var change in changes)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(change.Length, _count, nameof(updates));
        }

        var kept = new NormClip(lengths).Shorten(changes);
        var rule = MergeRules.For(counting.Length);
        merged = new float[_count];
        rule.Merge([.. changes.Select((change, number) => new PeerUpdate(change, updates[counting[number]].Weight))], merged);
        return ResultOf(rule.Name, merged, updates, counting, kept);
    }

    private static MergeResult ResultOf(string rule, float[] merged, IReadOnlyList<PeerUpdate> updates, int[] counting, IReadOnlyList<double> kept)
    {
        var (norm, total) = (FixedSums.Norm(merged), counting.Sum(peer => updates[peer].Weight));
        var peers = new MergedPeer[updates.Count];
        for (var peer = 0; peer < peers.Length; peer++)
        {
            var (own, place) = (FixedSums.Norm(updates[peer].Change.Span), Array.IndexOf(counting, peer));
            var agreement = own > 0 && norm > 0 ? FixedSums.OfProducts(updates[peer].Change.Span, merged) / own / norm : 0;
            peers[peer] = new MergedPeer(updates[peer].Weight / total, own, place < 0 ? 0 : kept[place], agreement);
        }

        return new MergeResult(rule, norm, peers);
    }
}
