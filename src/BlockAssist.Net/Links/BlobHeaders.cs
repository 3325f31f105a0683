namespace BlockAssist.Net.Links;

/// <summary>What the transport of blobs says besides HTTP's own headers.</summary>
internal static class BlobHeaders
{
    /// <summary>How many bytes of a blob that is not whole are there.</summary>
    public const string Begun = "Blob-Begun";
}
