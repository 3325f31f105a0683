namespace BlockAssist.Net.Blobs;

/// <summary>How much a store takes.</summary>
/// <param name="MostBytes">All blobs together, in bytes; begun ones included.</param>
/// <param name="LargestBlob">One blob, in bytes.</param>
public sealed record BlobLimits(long MostBytes = 2L << 30, long LargestBlob = 256L << 20)
{
    /// <summary>How long a blob that was begun is kept at most when nothing more comes; where room is needed, it goes after the whole blobs that need not be kept.</summary>
    public TimeSpan BegunFor { get; init; } = TimeSpan.FromDays(1);
}
