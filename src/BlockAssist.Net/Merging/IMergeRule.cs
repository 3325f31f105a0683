namespace BlockAssist.Net.Merging;

/// <summary>A way to make one change of many.</summary>
/// <remarks>Comes to the same bits on every machine. Keeps its memory from one merge to the next; belongs to one thread.</remarks>
public interface IMergeRule
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>Merges.</summary>
    /// <param name="updates">One at least, all as long as <paramref name="merged"/>, of finite numbers.</param>
    /// <param name="merged">Where the merged change goes.</param>
    void Merge(IReadOnlyList<PeerUpdate> updates, Span<float> merged);
}
