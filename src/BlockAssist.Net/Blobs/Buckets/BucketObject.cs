namespace BlockAssist.Net.Blobs.Buckets;

/// <summary>A blob that is in a bucket.</summary>
/// <param name="Id">Its address; whether its bytes have it is known when they are here.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Put">When it was put there, by the bucket's clock.</param>
internal sealed record BucketObject(BlobId Id, long Length, DateTimeOffset Put);
