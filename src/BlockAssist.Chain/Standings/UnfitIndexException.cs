namespace BlockAssist.Chain.Standings;

/// <summary>An index cannot be gone on with.</summary>
/// <param name="cause">Why.</param>
/// <param name="inner">How it was noticed; null if it was looked for.</param>
internal sealed class UnfitIndexException(RebuildCause cause, Exception? inner = null) : Exception($"the index cannot be gone on with: {cause}", inner)
{
    /// <summary>Why.</summary>
    public RebuildCause Cause { get; } = cause;
}
