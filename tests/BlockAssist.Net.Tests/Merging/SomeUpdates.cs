using BlockAssist.Net.Merging;
using BlockAssist.Net.Merging.Bench;

namespace BlockAssist.Net.Tests.Merging;

/// <summary>Updates of peers who learnt much the same, and what comes of them.</summary>
internal static class SomeUpdates
{
    /// <summary>What all honest peers would come to without noise.</summary>
    public static float[] Truth(int length, ulong seed = 1) => new NormalNumbers(seed).Row(length);

    /// <summary>Honest updates.</summary>
    public static List<PeerUpdate> Honest(int peers, float[] truth, double noise = 0.5, ulong seed = 2) =>
        [.. new MergeCase(peers, truth, noise, new NormalNumbers(seed)).Honest];

    /// <summary>What a rule makes of updates.</summary>
    public static float[] Merge(IMergeRule rule, IReadOnlyList<PeerUpdate> updates)
    {
        var merged = new float[updates[0].Change.Length];
        rule.Merge(updates, merged);
        return merged;
    }
}
