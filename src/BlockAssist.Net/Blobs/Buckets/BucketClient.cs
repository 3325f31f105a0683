using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace BlockAssist.Net.Blobs.Buckets;

/// <summary>Makes the client of a bucket from the environment variables that all of Amazon's programs know.</summary>
internal static class BucketClient
{
    private const string UsualRegion = "us-east-1";
    private const int Retries = 3;

    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestDial = TimeSpan.FromSeconds(10);

    /// <summary>Makes one.</summary>
    /// <param name="variable">Reads the environment; null where it is not set.</param>
    /// <exception cref="FormatException">A variable has no meaning.</exception>
    public static AmazonS3Client Of(Func<string, string?> variable)
    {
        var region = variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION");
        var config = new AmazonS3Config
        {
            MaxErrorRetry = Retries,
            RetryMode = RequestRetryMode.Standard,
            Timeout = LongestRequest,
            ConnectTimeout = LongestDial,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if ((variable("AWS_ENDPOINT_URL_S3") ?? variable("AWS_ENDPOINT_URL")) is { Length: > 0 } endpoint)
        {
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"AWS_ENDPOINT_URL_S3 is '{endpoint}', expected http://HOST:PORT or https://HOST:PORT"));
            }

            // Servers of one's own have no name for each bucket.
            (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (endpoint, true, region ?? UsualRegion);
        }
        else if (region is not null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return KeysIn(variable) is { } keys ? new AmazonS3Client(keys, config) : new AmazonS3Client(config);
    }

    // Without keys in the environment the library looks where else they may be: in files, or with the machine's role.
    private static AWSCredentials? KeysIn(Func<string, string?> variable) =>
        (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY")) is not ({ Length: > 0 } id, { Length: > 0 } secret) ? null
        : variable("AWS_SESSION_TOKEN") is { Length: > 0 } token ? new SessionAWSCredentials(id, secret, token)
        : new BasicAWSCredentials(id, secret);
}
