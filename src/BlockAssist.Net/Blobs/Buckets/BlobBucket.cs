using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace BlockAssist.Net.Blobs.Buckets;

/// <summary>Blobs in a bucket of S3, or of a server that speaks as it does; each under its address.</summary>
/// <remarks>Throws <see cref="IOException"/> where the bucket cannot be used now, after it was tried again.</remarks>
public sealed class BlobBucket : IDisposable
{
    private const string Advice = "check the address, AWS_REGION, AWS_ENDPOINT_URL_S3 for a server of your own, and the keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

    private readonly BucketAddress _address;
    private readonly AmazonS3Client _client;

    private BlobBucket(BucketAddress address, AmazonS3Client client) => (_address, _client) = (address, client);

    /// <summary>Opens a bucket, and sees whether it can be used.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="variable">Reads the environment, which has the region, the endpoint and the keys; null where it is not set.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">It cannot be used.</exception>
    public static async Task<BlobBucket> OpenAsync(BucketAddress address, Func<string, string?> variable, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(variable);
        try
        {
            var bucket = new BlobBucket(address, BucketClient.Of(variable));
            try
            {
                await bucket.UseAsync(client => client.ListObjectsV2Async(bucket.ListOf(most: 1), cancellation), cancellation).ConfigureAwait(false);
                return bucket;
            }
            catch
            {
                bucket.Dispose();
                throw;
            }
        }
        catch (Exception error) when (error is AmazonClientException or FormatException)
        {
            throw new IOException($"the bucket {address} cannot be used: {error.Message}; {Advice}", error);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _address.ToString();

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Finds a blob; null where it is absent, or where the bucket itself says that its bytes are others.</summary>
    internal async Task<BucketObject?> FindAsync(BlobId id, CancellationToken cancellation)
    {
        var request = new GetObjectMetadataRequest { BucketName = _address.Bucket, Key = _address.KeyOf(id), ChecksumMode = ChecksumMode.ENABLED };
        return await UseAsync(client => client.GetObjectMetadataAsync(request, cancellation), cancellation).ConfigureAwait(false) is { } found
            && (found.ChecksumSHA256 is not { Length: > 0 } checksum || checksum == ChecksumOf(id))
            ? new BucketObject(id, found.ContentLength, PutAt(found.LastModified))
            : null;
    }

    /// <summary>Puts a blob; the bucket checks its bytes.</summary>
    internal async Task PutAsync(BlobId id, Stream bytes, CancellationToken cancellation)
    {
        var request = new PutObjectRequest
        {
            BucketName = _address.Bucket,
            Key = _address.KeyOf(id),
            InputStream = bytes,
            AutoCloseStream = false,
            UseChunkEncoding = false,
            ChecksumSHA256 = ChecksumOf(id),
        };
        _ = await UseAsync(client => client.PutObjectAsync(request, cancellation), cancellation).ConfigureAwait(false)
            ?? throw Unusable("there is no such bucket", inner: null);
    }

    /// <summary>Takes what a blob has from a place on into a store, which checks it; null where the bucket does not have it.</summary>
    internal async Task<BlobReceipt?> FetchAsync(BlobId id, BlobStore store, CancellationToken cancellation)
    {
        var offset = store.Contains(id) ? 0 : store.LengthOf(id);
        var request = new GetObjectRequest { BucketName = _address.Bucket, Key = _address.KeyOf(id), ByteRange = offset > 0 ? new ByteRange($"bytes={offset}-") : null };
        try
        {
            using var found = await UseAsync(client => client.GetObjectAsync(request, cancellation), cancellation).ConfigureAwait(false);
            return found is null ? null
                : await UseAsync(_ => store.ReceiveAsync(id, offset + found.ContentLength, offset, found.ResponseStream, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.RequestedRangeNotSatisfiable })
        {
            // All that there can be is here already, and only has to be checked.
            return await store.ReceiveAsync(id, offset, offset, Stream.Null, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>All blobs that are there.</summary>
    internal async IAsyncEnumerable<BucketObject> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = ListOf(most: null);
        do
        {
            if (await UseAsync(client => client.ListObjectsV2Async(request, cancellation), cancellation).ConfigureAwait(false) is not { } page)
            {
                yield break;
            }

            foreach (var one in page.S3Objects ?? [])
            {
                if (BlobId.TryParse(one.Key[Math.Min(_address.Prefix.Length, one.Key.Length)..], out var id))
                {
                    yield return new BucketObject(id, one.Size ?? 0, PutAt(one.LastModified));
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is { Length: > 0 });
    }

    /// <summary>Forgets a blob.</summary>
    internal Task DeleteAsync(BlobId id, CancellationToken cancellation) =>
        UseAsync(client => client.DeleteObjectAsync(_address.Bucket, _address.KeyOf(id), cancellation), cancellation);

    private ListObjectsV2Request ListOf(int? most) => new() { BucketName = _address.Bucket, Prefix = _address.Prefix, MaxKeys = most };

    // The default of what is not there. That the caller gave up is no failure of the bucket.
    private async Task<T?> UseAsync<T>(Func<AmazonS3Client, Task<T>> act, CancellationToken cancellation)
    {
        try
        {
            return await act(_client).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound && error.ErrorCode != "NoSuchBucket")
        {
            return default;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested && error is AmazonClientException or AmazonServiceException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw Unusable(error.Message, error);
        }
    }

    private IOException Unusable(string why, Exception? inner) => new($"the bucket {_address} cannot be used: {why}; {Advice}", inner);

    private static DateTimeOffset PutAt(DateTime? modified) => modified is { } at ? new DateTimeOffset(at.ToUniversalTime()) : DateTimeOffset.MinValue;

    private static string ChecksumOf(BlobId id) => Convert.ToBase64String(Convert.FromHexString(id.ToString()));
}
