namespace BlockAssist.Chain.Standings;

/// <summary>The order of bytes, by which those are told apart who are otherwise equal.</summary>
internal sealed class ByBytes : IComparer<byte[]>
{
    public static readonly ByBytes Order = new();

    /// <inheritdoc/>
    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
