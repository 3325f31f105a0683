using BlockAssist.Net.Gateway;
using BlockAssist.Net.Identities;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>A server without sockets: requests are given to it, as if a peer had sent them.</summary>
/// <param name="peer">Who sends them.</param>
internal sealed class MemoryServer(PeerId peer) : IServer
{
    private Func<IFeatureCollection, Task>? _process;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = async features =>
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);
            }
            finally
            {
                application.DisposeContext(context, exception: null);
            }
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Answers a request; throws what nobody has caught.</summary>
    public void Answer(HttpText request)
    {
        using var answer = new MemoryStream();
        var features = new FeatureCollection();
        var headers = new HeaderDictionary();
        foreach (var (name, value) in request.Headers)
        {
            headers.Append(name, value);
        }

        // The server itself counts what comes.
        headers.ContentLength = headers.ContainsKey("Transfer-Encoding") ? null : request.Body.Length;
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = request.Method, Path = request.Path, QueryString = request.Query, Headers = headers, Body = new MemoryStream(request.Body), Protocol = "HTTP/1.1", Scheme = "https" });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());
        features.Set<IHttpMaxRequestBodySizeFeature>(new AnySize());
        features.Set<IConnectionItemsFeature>(new Known(peer));
        _process!(features).GetAwaiter().GetResult();
    }

    private sealed class AnySize : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }

    private sealed class Known(PeerId peer) : IConnectionItemsFeature
    {
        public IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?> { [typeof(ConnectedPeer)] = new ConnectedPeer(peer) };
    }
}
