using System.Net;
using System.Net.Sockets;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using Polly;
using Polly.Retry;

namespace BlockAssist.Net.Peers;

/// <summary>A link that does not give up: what fails is tried again, later and later, with some chance in it so that not all come back at once.</summary>
/// <param name="link">The link.</param>
/// <param name="blobs">The peer's blobs.</param>
/// <param name="news">Who is told of trouble.</param>
/// <param name="clock">What time it is.</param>
internal sealed class PersistentLink(SwarmLink link, BlobStore blobs, IProgress<PeerNews> news, TimeProvider clock)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(25);

    private readonly ResiliencePipeline _again = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = outcome => ValueTask.FromResult(IsPassing(outcome.Outcome.Exception, outcome.Context.CancellationToken)),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(30),
            UseJitter = true,
            OnRetry = retry =>
            {
                news.Report(new Trouble(WhyOf(retry.Outcome.Exception!), retry.RetryDelay));
                return default;
            },
        })
        .Build();

    public async Task<Welcome> WelcomeAsync(CancellationToken cancellation) =>
        await _again.ExecuteAsync(async stop => await link.WelcomeAsync(stop).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    public async Task<Answer> TellAsync(ulong round, Message message, CancellationToken cancellation) =>
        await _again.ExecuteAsync(async stop => await link.TellAsync(round, message, stop).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    public async Task<Heard> HearAsync(ulong round, int after, CancellationToken cancellation) =>
        await _again.ExecuteAsync(async stop => await link.HearAsync(round, after, Wait, stop).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    public async Task<byte[]?> RecordAsync(ulong round, CancellationToken cancellation) =>
        await _again.ExecuteAsync(async stop => await link.RecordAsync(round, stop).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    /// <summary>Fetches a blob.</summary>
    /// <returns>Its file.</returns>
    public async Task<string> FetchAsync(BlobId id, CancellationToken cancellation)
    {
        await _again.ExecuteAsync(
            async stop =>
            {
                var receipt = await link.FetchAsync(id, blobs, stop).ConfigureAwait(false);
                if (receipt != BlobReceipt.Stored)
                {
                    throw new IOException($"blob {id} did not come whole: {receipt}");
                }
            },
            cancellation).ConfigureAwait(false);
        return blobs.PathOf(id) ?? throw new IOException($"blob {id} is gone again; is the store too small?");
    }

    /// <summary>Keeps a file as a blob; somebody else may be about to bring the same bytes.</summary>
    public async Task<BlobId> KeepAsync(string file, CancellationToken cancellation) =>
        await _again.ExecuteAsync(async stop => await blobs.PutFileAsync(file, stop).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    public async Task SendAsync(BlobId id, CancellationToken cancellation) =>
        await _again.ExecuteAsync(async stop => await link.SendAsync(id, blobs, stop).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    private static bool IsPassing(Exception? error, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && error is not HttpRequestException { StatusCode: HttpStatusCode.NotFound } && error is HttpRequestException or IOException or SocketException or OperationCanceledException;

    private static string WhyOf(Exception error) => error switch
    {
        HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests } => $"the hub wants less of this peer: {error.Message}",
        HttpRequestException { InnerException: { } inner } => $"{error.Message}: {inner.Message}",
        OperationCanceledException => "the hub does not answer",
        _ => error.Message,
    };
}
