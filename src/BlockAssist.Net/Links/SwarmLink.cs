using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;

namespace BlockAssist.Net.Links;

/// <summary>A peer's way to its hub: always dialled by the peer, over TLS 1.3, to the key that the address names and to no other.</summary>
public sealed class SwarmLink : IDisposable
{
    private const int MostHeard = 16 << 20;

    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(2);

    private readonly SwarmAddress _address;
    private readonly EnvelopeWriter _writer;
    private readonly X509Certificate2 _certificate;
    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private long _sent;
    private long _received;
    private long _answers;
    private long _answered;

    /// <summary>A link that has not been used.</summary>
    /// <param name="address">Where the hub is, and who.</param>
    /// <param name="identity">Who the peer is.</param>
    /// <param name="writer">Signs what the peer says.</param>
    /// <param name="clock">What time it is.</param>
    public SwarmLink(SwarmAddress address, PeerIdentity identity, EnvelopeWriter writer, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(address);
        (_address, _writer, _certificate, _clock) = (address, writer, PeerCertificate.Create(identity, clock), clock);
        var dialling = new Dialling(address.Places);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            ConnectCallback = (_, cancellation) => dialling.DialAsync(cancellation),
            PooledConnectionLifetime = TimeSpan.FromMinutes(30),
            SslOptions = new SslClientAuthenticationOptions
            {
                TargetHost = "blockassist",
                EnabledSslProtocols = SslProtocols.Tls13,
                ClientCertificates = [_certificate],
                LocalCertificateSelectionCallback = (_, _, _, _, _) => _certificate,
                RemoteCertificateValidationCallback = (_, certificate, _, _) => PeerCertificate.PeerOf(certificate as X509Certificate2) == _address.Hub,
            },
        };

        // Only for messages: what is dialled is up to the handler, and who answers to the certificate.
        var named = new UriBuilder(Uri.UriSchemeHttps, address.Host, address.Port).Uri;
        _http = new HttpClient(new AnswerNote(this, new ProtocolHandler(this, handler))) { BaseAddress = named, Timeout = LongestRequest, MaxResponseContentBufferSize = MostHeard };
    }

    /// <summary>Which version of the protocol it speaks.</summary>
    public SwarmProtocol Protocol { get; init; } = SwarmProtocol.Own;

    /// <summary>Who is at the other end.</summary>
    public PeerId Hub => _address.Hub;

    /// <summary>How many bytes of blobs went over it, either way.</summary>
    public long BytesMoved => BytesSent + BytesReceived;

    /// <summary>How many bytes of blobs went to the hub.</summary>
    public long BytesSent => Interlocked.Read(ref _sent);

    /// <summary>How many bytes of blobs came from the hub.</summary>
    public long BytesReceived => Interlocked.Read(ref _received);

    /// <summary>How long ago the hub last answered, whatever it said; null if it never did.</summary>
    public TimeSpan? SinceAnswer => Interlocked.Read(ref _answers) == 0 ? null : _clock.GetElapsedTime(Interlocked.Read(ref _answered));

    /// <summary>Asks where the swarm is.</summary>
    /// <exception cref="HttpRequestException">The hub cannot be reached, or is another one.</exception>
    public async Task<Welcome> WelcomeAsync(CancellationToken cancellation) =>
        Welcome.Read(await _http.GetByteArrayAsync(new Uri("swarm", UriKind.Relative), cancellation).ConfigureAwait(false)) ?? throw Nonsense("the swarm");

    /// <summary>Says something.</summary>
    /// <param name="round">In which round.</param>
    /// <param name="message">What.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What the hub answers.</returns>
    /// <exception cref="HttpRequestException">The hub cannot be reached, or does not let the envelope in.</exception>
    public async Task<Answer> TellAsync(ulong round, Message message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var content = new ByteArrayContent(_writer.Write(message.Kind, round, message.Body.Span));
        using var response = await _http.PostAsync(new Uri("envelope", UriKind.Relative), content, cancellation).ConfigureAwait(false);
        var word = await TextOf(response, cancellation).ConfigureAwait(false);
        return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict
            ? new Answer(word)
            : throw new HttpRequestException($"the hub does not take the envelope: {word}", inner: null, response.StatusCode);
    }

    /// <summary>Listens until something is said, or some seconds have passed.</summary>
    /// <param name="round">In which round.</param>
    /// <param name="after">From which place on.</param>
    /// <param name="wait">How long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HttpRequestException">The hub cannot be reached.</exception>
    public async Task<Heard> HearAsync(ulong round, int after, TimeSpan wait, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"heard?round={round}&after={after}&wait={(int)wait.TotalSeconds}");
        return Heard.Read(await _http.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellation).ConfigureAwait(false)) ?? throw Nonsense("what was said");
    }

    /// <summary>Asks what came of a round that is over.</summary>
    /// <returns>An envelope of the hub; null if it knows of no such round.</returns>
    /// <exception cref="HttpRequestException">The hub cannot be reached.</exception>
    public Task<byte[]?> RecordAsync(ulong round, CancellationToken cancellation) => FindAsync(string.Create(CultureInfo.InvariantCulture, $"record/{round}"), cancellation);

    /// <summary>Asks what a round on the hub's ledger or chain credits.</summary>
    /// <returns>A file, whose digest is on that ledger or chain; null if the hub has none.</returns>
    /// <exception cref="HttpRequestException">The hub cannot be reached.</exception>
    public Task<byte[]?> SettlementAsync(uint round, CancellationToken cancellation) => FindAsync(string.Create(CultureInfo.InvariantCulture, $"ledger/settlements/{round}"), cancellation);

    /// <summary>Asks which ledger the hub has.</summary>
    /// <returns>Null if it has none.</returns>
    /// <exception cref="HttpRequestException">The hub cannot be reached, or its ledger cannot be used now.</exception>
    public async Task<string?> LedgerAsync(CancellationToken cancellation) => await FindAsync("ledger", cancellation).ConfigureAwait(false) is { } told ? Encoding.UTF8.GetString(told) : null;

    /// <summary>Asks the hub's ledger something.</summary>
    /// <returns>What came back, whatever its status; to be disposed of.</returns>
    /// <exception cref="HttpRequestException">The hub cannot be reached.</exception>
    public Task<HttpResponseMessage> AskLedgerAsync(HttpContent question, CancellationToken cancellation) =>
        _http.PostAsync(new Uri("ledger", UriKind.Relative), question, cancellation);

    /// <summary>Leases what the hub has to do; for workers.</summary>
    /// <returns>A <c>Work</c>; null if there is nothing.</returns>
    /// <exception cref="HttpRequestException">The hub cannot be reached, or the peer is no worker.</exception>
    public async Task<byte[]?> LeaseWorkAsync(CancellationToken cancellation)
    {
        using var response = await _http.PostAsync(new Uri("work/lease", UriKind.Relative), content: null, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new HttpRequestException("the hub has not admitted this worker", inner: null, response.StatusCode);
        }

        response.EnsureSuccessStatusCode();
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Says that work is still being done.</summary>
    /// <returns>Whether it is still the worker's.</returns>
    /// <exception cref="HttpRequestException">The hub cannot be reached.</exception>
    public Task<bool> BeatWorkAsync(string token, CancellationToken cancellation) => PostWorkAsync($"work/beat/{token}", content: null, cancellation);

    /// <summary>Says what came of work.</summary>
    /// <returns>Whether it counts.</returns>
    /// <exception cref="HttpRequestException">The hub cannot be reached.</exception>
    public async Task<bool> FinishWorkAsync(string token, uint kind, byte[] body, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(body);
        return await PostWorkAsync(string.Create(CultureInfo.InvariantCulture, $"work/finish/{token}/{kind}"), content, cancellation).ConfigureAwait(false);
    }

    /// <summary>Fetches a blob into a store, from where it broke off.</summary>
    /// <exception cref="HttpRequestException">The hub cannot be reached, or has no such blob.</exception>
    /// <exception cref="OperationCanceledException">It did not come whole in two minutes; what came is kept.</exception>
    public async Task<BlobReceipt> FetchAsync(BlobId id, BlobStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Contains(id))
        {
            return BlobReceipt.Stored;
        }

        // A hub that has vanished while it sent would be waited for without an end.
        using var late = new CancellationTokenSource(LongestRequest, _clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        var offset = store.LengthOf(id);
        using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(id));
        request.Headers.Range = offset > 0 ? new RangeHeaderValue(offset, null) : null;
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && offset > 0)
        {
            // All that there can be is here already: what is left is to look whether it is right.
            return await store.ReceiveAsync(id, offset, offset, Stream.Null, end.Token).ConfigureAwait(false);
        }

        response.EnsureSuccessStatusCode();
        var from = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.From ?? 0 : 0;
        var length = response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength ?? -1;
        var body = await response.Content.ReadAsStreamAsync(end.Token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            try
            {
                return await store.ReceiveAsync(id, length, from, body, end.Token).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Add(ref _received, Math.Max(0, store.LengthOf(id) - from));
            }
        }
    }

    /// <summary>Sends a blob, from where it broke off.</summary>
    /// <exception cref="HttpRequestException">The hub cannot be reached, or does not take it.</exception>
    public async Task SendAsync(BlobId id, BlobStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await BegunAsync(id, cancellation).ConfigureAwait(false) is not { } offset)
        {
            return;
        }

        var source = store.Open(id) ?? throw new FileNotFoundException($"blob {id} is not here");
        await using (source.ConfigureAwait(false))
        {
            var length = source.Length;
            source.Position = Math.Min(offset, length);
            using var content = new StreamContent(source);
            content.Headers.ContentRange = length > offset ? new ContentRangeHeaderValue(offset, length - 1, length) : new ContentRangeHeaderValue(length);
            Interlocked.Add(ref _sent, length - source.Position);
            using var response = await _http.PutAsync(PathOf(id), content, cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException($"the hub does not take blob {id}: {await TextOf(response, cancellation).ConfigureAwait(false)}", inner: null, response.StatusCode);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _certificate.Dispose();
    }

    // Whatever letters it says it is in: .NET throws over those it does not know.
    private static async Task<string> TextOf(HttpResponseMessage response, CancellationToken cancellation) =>
        Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));

    // Null where the hub has none.
    private async Task<byte[]?> FindAsync(string path, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
    }

    // How many bytes the hub has of a blob; null if all.
    private async Task<long?> BegunAsync(BlobId id, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, PathOf(id));
        using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? null
            : response.StatusCode != HttpStatusCode.NotFound ? throw new HttpRequestException($"the hub does not say whether it has blob {id}", inner: null, response.StatusCode)
            : response.Headers.TryGetValues(BlobHeaders.Begun, out var begun) && long.TryParse(begun.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes
            : 0;
    }

    private async Task<bool> PostWorkAsync(string path, HttpContent? content, CancellationToken cancellation)
    {
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Gone)
        {
            return false;
        }

        response.EnsureSuccessStatusCode();
        return true;
    }

    private static Uri PathOf(BlobId id) => new($"blob/{id}", UriKind.Relative);

    private static HttpRequestException Nonsense(string what) => new($"the hub's answer about {what} cannot be read; is it of another version?");

    private sealed class ProtocolHandler(SwarmLink link, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add(SwarmProtocol.Header, $"{link.Protocol}");
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var said = response.Headers.TryGetValues(SwarmProtocol.Header, out var values) ? values.First() : null;
            if ((SwarmProtocol.TryParse(said, out var hub) ? link.Protocol.ComplaintAboutHub(hub) : "the hub does not say which version of the swarm's protocol it speaks") is { } complaint)
            {
                response.Dispose();
                throw new HttpRequestException(complaint, inner: null, HttpStatusCode.UpgradeRequired);
            }

            return response;
        }
    }

    private sealed class AnswerNote(SwarmLink link, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Interlocked.Exchange(ref link._answered, link._clock.GetTimestamp());
            Interlocked.Increment(ref link._answers);
            return response;
        }
    }
}
