using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>Numbers by what the node knows, and by what it took from us a moment ago: nodes that share work are not all told at once.</summary>
/// <param name="node">The node.</param>
/// <param name="account">Whose transactions.</param>
/// <param name="clock">What time it is.</param>
public sealed class NodeNonceSource(ChainNode node, Address account, TimeProvider clock) : INonceSource, IDisposable
{
    // Later the node is right: what it has forgotten by then would leave a gap.
    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private ulong _next;
    private DateTimeOffset _trustedUntil;

    /// <inheritdoc/>
    public async Task<NonceReservation> ReserveAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var known = await node.NonceAsync(account, BlockRef.Pending, cancellation);
            var nonce = clock.GetUtcNow() < _trustedUntil ? Math.Max(known, _next) : known;
            return new NonceReservation(nonce, isUsed => End(nonce, isUsed));
        }
        catch
        {
            _one.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private void End(ulong nonce, bool isUsed)
    {
        if (isUsed)
        {
            (_next, _trustedUntil) = (nonce + 1, clock.GetUtcNow() + Trust);
        }

        _one.Release();
    }
}
