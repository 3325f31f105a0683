using System.Security.Authentication;
using System.Threading.RateLimiting;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace BlockAssist.Net.Gateway;

/// <summary>The only way in for what is not trusted: TLS 1.3 with a key at both ends, so many requests a peer, so many bytes each.</summary>
internal static class PeerGateway
{
    private const long LargestBody = 300L << 20;

    /// <summary>Sets up the server.</summary>
    public static void Add(WebApplicationBuilder builder, PeerIdentity identity, GatewayOptions options, TimeProvider clock)
    {
        var certificate = PeerCertificate.Create(identity, clock);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxConcurrentConnections = options.MostConnections;
            server.Limits.MaxRequestBodySize = LargestBody;
            server.Listen(options.Listen, listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate;
                https.SslProtocols = SslProtocols.Tls13;
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (client, _, _) => PeerCertificate.PeerOf(client) is not null;
            }));
        });
        builder.Services.AddSingleton<HubNews>();
        builder.Services.AddHostedService(services => services.GetRequiredService<HubNews>());
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, PeerId>(context => RateLimitPartition.GetTokenBucketLimiter(
                ConnectedPeer.Of(context)?.Peer ?? default,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = options.RequestsInTenSeconds,
                    TokensPerPeriod = options.RequestsInTenSeconds / 10,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                }));
        });
    }

    /// <summary>Adds what peers can ask.</summary>
    public static void Map(WebApplication app, BlobStore blobs, GatewayOptions options, TimeProvider clock)
    {
        app.UseRateLimiter();
        app.Use((context, next) => ConnectedPeer.Of(context) is { } peer && options.Standing(peer.Peer) == SenderStanding.Admitted
            ? next(context)
            : RefuseAsync(context));
        var gate = new EnvelopeGate(new EnvelopeGateOptions { Network = options.Network, Limits = MessageKinds.FromPeers }, options.Standing, clock);
        new RoundEndpoints(app.Services.GetRequiredService<ISwarmHub>(), gate, app.Services.GetRequiredService<HubNews>(), options, clock).Map(app);
        new WorkEndpoints(app.Services.GetRequiredService<ISwarmHub>(), options).Map(app);
        new BlobEndpoints(blobs).Map(app);
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("this peer is not admitted");
    }
}
