using System.Text.Json;
using BlockAssist.Chain.Rpc;
using BlockAssist.Net.Gateway;

namespace BlockAssist.Cli.Contributing;

/// <summary>The ledger or the chain of a hub, as its peers reach it: while it is open in this process.</summary>
/// <param name="folder">Where settlements are.</param>
internal sealed class HubLedger(ChainFolder folder) : IHubLedger
{
    private volatile ChainConnection? _chain;

    /// <inheritdoc/>
    public string? Place => _chain is { Contract.Place: var place, Own: var own }
        ? JsonSerializer.Serialize(new LedgerPlace(place.ChainId, place.Contract.ToString()) { IsElsewhere = own is null }, ContributingJson.Default.LedgerPlace)
        : null;

    /// <inheritdoc/>
    public int MostBytes => RpcDoor.MostBytes;

    /// <summary>Lets peers in.</summary>
    /// <param name="chain">The chain; null when it is closed.</param>
    public void Show(ChainConnection? chain) => _chain = chain;

    /// <inheritdoc/>
    public async Task<byte[]?> AnswerAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        try
        {
            return _chain is { Own: { } ledger } ? await new RpcDoor(ledger).AnswerAsync(request, cancellation) : null;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public byte[]? Settlement(uint round) => _chain is { Contract.Place: var place } && folder.SettlementOf(place, round) is var file && File.Exists(file) ? File.ReadAllBytes(file) : null;
}
