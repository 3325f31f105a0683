using BlockAssist.Net.Links;

namespace BlockAssist.Cli.Contributing;

/// <summary>The way to a hub's ledger: over the link on which a peer speaks to its hub, to the key that it knows and to no other.</summary>
/// <param name="link">The link; closed along with it.</param>
internal sealed class LinkWay(SwarmLink link) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        link.AskLedgerAsync(request.Content!, cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            link.Dispose();
        }

        base.Dispose(disposing);
    }
}
