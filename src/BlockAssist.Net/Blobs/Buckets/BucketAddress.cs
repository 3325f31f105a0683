using System.Diagnostics.CodeAnalysis;

namespace BlockAssist.Net.Blobs.Buckets;

/// <summary>A place in S3 or a server that speaks as it does.</summary>
/// <param name="Bucket">The name of the bucket.</param>
/// <param name="Prefix">What the names of all objects there begin with: nothing, or something with a slash at the end.</param>
public sealed record BucketAddress(string Bucket, string Prefix)
{
    /// <summary>What an address looks like.</summary>
    public const string Form = "s3://BUCKET or s3://BUCKET/PREFIX";

    private const string Scheme = "s3://";
    private const int ShortestBucket = 3;
    private const int LongestBucket = 63;
    private const int LongestPrefix = 200;

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static BucketAddress Parse(string text) => TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is no bucket, expected {Form}");

    /// <summary>Reads one, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BucketAddress? address)
    {
        address = null;
        if (text?.StartsWith(Scheme, StringComparison.Ordinal) != true)
        {
            return false;
        }

        var parts = text[Scheme.Length..].Split('/', 2);
        var prefix = parts.Length > 1 ? parts[1].Trim('/') : "";
        if (parts[0].Length is < ShortestBucket or > LongestBucket || !parts[0].All(IsOfBucket) || prefix.Length > LongestPrefix || !prefix.All(IsOfPrefix))
        {
            return false;
        }

        address = new BucketAddress(parts[0], prefix.Length > 0 ? $"{prefix}/" : "");
        return true;
    }

    /// <summary>The name of a blob's object.</summary>
    public string KeyOf(BlobId id) => $"{Prefix}{id}";

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}{Bucket}/{Prefix}".TrimEnd('/');

    private static bool IsOfBucket(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-';

    private static bool IsOfPrefix(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '/';
}
