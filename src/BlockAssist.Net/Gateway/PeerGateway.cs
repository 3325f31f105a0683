using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.RateLimiting;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace BlockAssist.Net.Gateway;

/// <summary>The only way in for what is not trusted: TLS 1.3 with a key at both ends, so many requests a peer, so many bytes each.</summary>
/// <remarks>
/// What its gate remembers of numbers is lost when it is started anew, and need not be kept: an envelope is taken from its own sender only, so
/// nobody can show it a second time but who might as well write another one; and what a round was told before changes nothing in it.
/// </remarks>
internal static class PeerGateway
{
    private const long LargestBody = 300L << 20;

    /// <summary>Sets up the server.</summary>
    public static void Add(WebApplicationBuilder builder, PeerIdentity identity, IHubShelf blobs, GatewayOptions options, TimeProvider clock)
    {
        var certificate = PeerCertificate.Create(identity, clock);
        var limits = new ConnectionLimits(options);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxConcurrentConnections = options.MostConnections;
            server.Limits.MaxRequestBodySize = LargestBody;
            server.Limits.RequestHeadersTimeout = options.Grace;
            server.Limits.MinRequestBodyDataRate = new MinDataRate(options.SlowestBytesASecond, options.Grace);
            server.Limits.MinResponseDataRate = new MinDataRate(options.SlowestBytesASecond, options.Grace);
            server.Listen(options.Listen, listen => Listen(listen, certificate, limits, options));
        });
        builder.Services.AddSingleton(blobs);
        builder.Services.AddSingleton(blobs.Store);
        builder.Services.AddSingleton(clock);
        builder.Services.AddHostedService<KeptBlobs>();
        builder.Services.AddHostedService<ShelfUpkeep>();
        builder.Services.AddSingleton<HubTrouble>();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<HubNews>();
        builder.Services.AddHostedService(services => services.GetRequiredService<HubNews>());
        builder.Services.AddRateLimiter(limiter => Limit(limiter, options));
    }

    /// <summary>Adds what peers can ask.</summary>
    public static void Map(WebApplication app, IHubShelf blobs, GatewayOptions options, TimeProvider clock)
    {
        app.Use((context, next) =>
        {
            // Whoever is refused, whatever for, learns what the hub speaks.
            context.Response.Headers[SwarmProtocol.Header] = $"{options.Protocol}";
            options.Meter.Ask();
            return next(context);
        });
        app.UseRateLimiter();
        app.Use((context, next) => SpeakAsync(context, next, options));
        app.Use((context, next) => ConnectedPeer.Of(context) is { } peer && options.Standing(peer.Peer) == SenderStanding.Admitted
            ? next(context)
            : RefuseAsync(context, options.Meter));
        app.Use(app.Services.GetRequiredService<HubTrouble>().InvokeAsync);
        var gate = new EnvelopeGate(new EnvelopeGateOptions { Network = options.Network, Limits = MessageKinds.FromPeers }, options.Standing, clock);
        new RoundEndpoints(app.Services.GetRequiredService<ISwarmHub>(), gate, app.Services.GetRequiredService<HubNews>(), options, clock).Map(app);
        new WorkEndpoints(app.Services.GetRequiredService<ISwarmHub>(), options).Map(app);
        new BlobEndpoints(blobs, new UploadAllowance(options.UploadBytesAnHour, clock), options.Meter).Map(app);
        if (options.Ledger is { } ledger)
        {
            new LedgerEndpoints(ledger, new UploadAllowance(options.LedgerBytesAnHour, clock) { BytesOfAll = options.LedgerBytesAnHourOfAll }, options.Meter).Map(app);
        }
    }

    private static void Listen(ListenOptions listen, X509Certificate2 certificate, ConnectionLimits limits, GatewayOptions options)
    {
        // One request at a time: so a connection that is ended ends with all that was asked on it.
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(next => connection => ConnectAsync(connection, next, options.Meter));
        listen.Use(next => connection => limits.ConnectAsync(connection, next));
        listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.SslProtocols = SslProtocols.Tls13;
            https.HandshakeTimeout = options.Grace;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (client, _, _) => PeerCertificate.PeerOf(client) is not null;
        });
        listen.Use(next => connection =>
        {
            options.Meter.Prove();
            return limits.ProveAsync(connection, next);
        });
    }

    private static void Limit(RateLimiterOptions limiter, GatewayOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (_, _) =>
        {
            options.Meter.Refuse(GatewayRefusal.RateLimit);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, PeerId>(context => RateLimitPartition.GetTokenBucketLimiter(
            ConnectedPeer.Of(context)?.Peer ?? default,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RequestsInTenSeconds,
                TokensPerPeriod = Math.Max(1, options.RequestsInTenSeconds / 10),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
    }

    private static async Task ConnectAsync(ConnectionContext connection, ConnectionDelegate next, GatewayMeter meter)
    {
        meter.Connect();
        try
        {
            await next(connection);
        }
        finally
        {
            meter.Disconnect();
        }
    }

    private static Task SpeakAsync(HttpContext context, RequestDelegate next, GatewayOptions options)
    {
        var complaint = SwarmProtocol.TryParse(context.Request.Headers[SwarmProtocol.Header], out var peer)
            ? options.Protocol.ComplaintAboutPeer(peer)
            : "this peer does not say which version of the swarm's protocol it speaks";
        if (complaint is null)
        {
            return next(context);
        }

        options.Meter.Refuse(GatewayRefusal.OtherVersion);
        context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        return context.Response.WriteAsync(complaint);
    }

    private static Task RefuseAsync(HttpContext context, GatewayMeter meter)
    {
        meter.Refuse(GatewayRefusal.NotAdmitted);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("this peer is not admitted");
    }
}
