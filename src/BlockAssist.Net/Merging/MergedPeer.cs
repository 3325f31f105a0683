namespace BlockAssist.Net.Merging;

/// <summary>What became of one peer's update in a merge.</summary>
/// <param name="Weight">How much it counted, as a share of all.</param>
/// <param name="Norm">How long it was.</param>
/// <param name="Kept">What share of its squared length was left after tensors far longer than the others' were shortened, 0 to 1.</param>
/// <param name="Agreement">The cosine with what came of the merge, −1 to 1; 0 where either is nothing.</param>
public sealed record MergedPeer(double Weight, double Norm, double Kept, double Agreement);
