namespace BlockAssist.Net.Merging;

/// <summary>What one peer would change in the shared model.</summary>
/// <param name="Change">By how much each weight grew while the peer trained: its weights less those it began with.</param>
/// <param name="Weight">How much it counts, beside the others; not negative.</param>
public readonly record struct PeerUpdate(ReadOnlyMemory<float> Change, double Weight = 1);
