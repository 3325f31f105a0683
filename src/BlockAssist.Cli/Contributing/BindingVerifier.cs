using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Contributions.Told;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Rpc;

namespace BlockAssist.Cli.Contributing;

/// <summary>Confirms accounts that peers have signed for, as a verifier: what the chain itself cannot check.</summary>
/// <param name="node">The node.</param>
/// <param name="contract">The contract.</param>
/// <param name="acts">Does it.</param>
/// <param name="first">The block from which on the contract is there.</param>
internal sealed class BindingVerifier(ChainNode node, ContributionsContract contract, ChainActs acts, ulong first = 0)
{
    private const int BlocksAtOnce = 1000;

    // These are looked at again: others may be in their place by then.
    private const ulong UndoneAtMost = 64;

    private readonly EventReader<PeerClaimed> _reader = new();
    private ulong _next;

    /// <summary>Looks at all claims since it last did.</summary>
    /// <returns>How many it confirmed.</returns>
    public async Task<int> ConfirmAsync(CancellationToken cancellation)
    {
        var (confirmed, head) = (0, await node.HeightAsync(cancellation));
        _next = Math.Max(first, _next);
        while (_next <= head)
        {
            var to = Math.Min(head, _next + BlocksAtOnce - 1);
            foreach (var log in await node.LogsAsync(new LogFilter(contract.Place.Contract, [_reader.Event.Topic]), _next, to, cancellation))
            {
                confirmed += _reader.TryRead(log, out var claimed) && await ConfirmAsync(claimed, cancellation) ? 1 : 0;
            }

            _next = to + 1;
        }

        _next -= Math.Min(_next, UndoneAtMost);
        return confirmed;
    }

    private async Task<bool> ConfirmAsync(PeerClaimed claimed, CancellationToken cancellation)
    {
        if (!PeerBinding.Verifies(contract, claimed.Account, claimed.Key, claimed.Signature) || await contract.PeerAsync(claimed.Account, cancellation) != (PeerState.Claimed, claimed.Key))
        {
            return false;
        }

        try
        {
            await acts.DoAsync($"confirming {claimed.Account}", contract.ConfirmPeer(claimed.Account, claimed.Key), cancellation);
            return true;
        }
        catch (ChainException error) when (error.Error is not null)
        {
            // The peer has signed for another account before.
            return false;
        }
    }
}
