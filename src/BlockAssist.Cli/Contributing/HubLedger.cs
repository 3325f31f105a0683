using System.Text.Json;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Net.Gateway;

namespace BlockAssist.Cli.Contributing;

/// <summary>The ledger of a hub, as its peers reach it: while it is open in this process.</summary>
internal sealed class HubLedger : IHubLedger
{
    private volatile EmbeddedLedger? _ledger;

    /// <inheritdoc/>
    public string? Place => _ledger is { Place: var place } ? JsonSerializer.Serialize(new LedgerPlace(place.ChainId, place.Contract.ToString()), ContributingJson.Default.LedgerPlace) : null;

    /// <inheritdoc/>
    public int MostBytes => RpcDoor.MostBytes;

    /// <summary>Lets peers in.</summary>
    /// <param name="ledger">The ledger; null when it is closed.</param>
    public void Show(EmbeddedLedger? ledger) => _ledger = ledger;

    /// <inheritdoc/>
    public async Task<byte[]?> AnswerAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        try
        {
            return _ledger is { } ledger ? await new RpcDoor(ledger).AnswerAsync(request, cancellation) : null;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }
}
