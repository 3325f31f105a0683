using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>The way to a node over HTTP. What fails on the way is asked again, later and later; what the node refuses is not.</summary>
/// <remarks>Of the node's address only the host is ever shown: paths and credentials are keys that providers give out.</remarks>
public sealed class HttpJsonRpc : IJsonRpc, IDisposable
{
    private readonly RpcOptions _options;
    private readonly TimeProvider _clock;
    private readonly Backoff _backoff;
    private readonly HttpClient _http;
    private readonly Uri _target;
    private long _nextId;

    /// <summary>A way that has not been used.</summary>
    /// <param name="address">Where the node is.</param>
    /// <param name="handler">What sends requests; disposed with it.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="chance">By how much waits differ.</param>
    public HttpJsonRpc(Uri address, HttpMessageHandler handler, RpcOptions options, TimeProvider clock, Random chance)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ChainException("the address of a node is a URL of http or https");
        }

        (_options, _clock, _backoff) = (options, clock, new Backoff(options.FirstWait, options.LongestWait, chance));
        Host = address.GetLeftPart(UriPartial.Scheme) + address.Authority;
        _target = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        _http = new HttpClient(handler) { Timeout = options.Timeout, MaxResponseContentBufferSize = options.MostBytes };
        if (address.UserInfo.Length > 0)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
        }
    }

    /// <summary>Where the node is, without what is secret of it.</summary>
    public string Host { get; }

    /// <summary>What sends requests by default: follows nobody elsewhere, and remembers nothing.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    };

    /// <inheritdoc/>
    public async Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        return (await AskAsync([question], isBatch: false, cancellation))[0].Need();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var replies = new List<RpcReply>(questions.Count);
        foreach (var part in questions.Chunk(_options.MostCalls))
        {
            replies.AddRange(await AskAsync(part, isBatch: true, cancellation));
        }

        return replies;
    }

    /// <summary>The host alone.</summary>
    public override string ToString() => Host;

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<RpcReply[]> AskAsync(IReadOnlyList<RpcCall> calls, bool isBatch, CancellationToken cancellation)
    {
        var tries = calls.All(call => call.IsRepeatable) ? _options.Retries : 0;
        for (var tried = 0; ; tried++)
        {
            var wait = _backoff.After(tried);
            try
            {
                var replies = await AskOnceAsync(calls, isBatch, cancellation);
                if (tried >= tries || !replies.Any(reply => reply.Error?.Fault == ChainFault.RateLimited))
                {
                    return replies;
                }
            }
            catch (ChainException error) when (error.IsPassing && tried < tries && (error.RetryAfter ?? TimeSpan.Zero) <= _options.LongestWait)
            {
                wait = error.RetryAfter > wait ? error.RetryAfter.Value : wait;
            }

            await Task.Delay(wait, _clock, cancellation);
        }
    }

    private async Task<RpcReply[]> AskOnceAsync(IReadOnlyList<RpcCall> calls, bool isBatch, CancellationToken cancellation)
    {
        var id = Interlocked.Add(ref _nextId, calls.Count) - calls.Count + 1;
        using var content = new ByteArrayContent(RpcText.Write(calls, id, isBatch));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await PostAsync(content, cancellation);
        if (IsPassing(response.StatusCode))
        {
            throw Passing(response);
        }

        // Some nodes say 400 or 500 and tell in JSON why.
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        return RpcText.Read(bytes, calls, id, isBatch) ?? throw (response.IsSuccessStatusCode
            ? new ChainException(ChainFault.Malformed, $"the answer of {Host} is not one to what was asked: {calls[0].Method}")
            : new ChainException(ChainFault.Other, $"the node at {Host} says {(int)response.StatusCode} {Hex.Shown(response.ReasonPhrase)}"));
    }

    // Why a request failed is told by its kind alone: messages of others might have the address.
    private async Task<HttpResponseMessage> PostAsync(ByteArrayContent content, CancellationToken cancellation)
    {
        try
        {
            return await _http.PostAsync(_target, content, cancellation);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new ChainException(ChainFault.Malformed, $"the answer of {Host} is larger than {_options.MostBytes} bytes");
        }
        catch (HttpRequestException error)
        {
            throw new ChainException(ChainFault.NodeUnreachable, $"the node at {Host} cannot be reached: {error.HttpRequestError}");
        }
        catch (IOException)
        {
            throw new ChainException(ChainFault.NodeUnreachable, $"the answer of {Host} breaks off");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ChainException(ChainFault.Timeout, $"the node at {Host} does not answer within {_options.Timeout.TotalSeconds:0} seconds");
        }
    }

    private ChainException Passing(HttpResponseMessage response)
    {
        var fault = response.StatusCode == HttpStatusCode.TooManyRequests ? ChainFault.RateLimited : ChainFault.NodeUnreachable;
        return new ChainException(fault, $"the node at {Host} says {(int)response.StatusCode} {response.StatusCode}")
        {
            RetryAfter = RetryAfterOf(response),
        };
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _clock.GetUtcNow(),
        _ => null,
    };

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
