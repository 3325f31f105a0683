using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>Which account speaks for which peer of the swarm.</summary>
internal sealed class PeerBindings(Host host, Roles roles, VerifierBonds bonds)
{
    private const int SignatureBytes = 64;

    private readonly Map<Address, Peer> _peers = host.Map<Address, Peer>(default);
    private readonly Map<Hash32, Address> _accounts = host.Map<Hash32, Address>(default);

    public Peer Of(Address account) => _peers[account];

    public Address AccountOf(Hash32 key) => _accounts[key];

    public void DemandPeer(Address account)
    {
        if (Of(account).State != PeerState.Confirmed)
        {
            throw host.Revert("NotAPeer", account);
        }
    }

    public void Claim(Hash32 key, ReadOnlyMemory<byte> signature)
    {
        roles.DemandNotPaused();
        if (Of(host.Sender).State > PeerState.Claimed)
        {
            throw host.Revert("AlreadyAPeer", host.Sender);
        }

        DemandFree(key);
        if (signature.Length != SignatureBytes)
        {
            throw host.Revert("SignatureLength", signature.Length);
        }

        _peers[host.Sender] = new Peer(PeerState.Claimed, key);
        host.Tell("PeerClaimed", host.Sender, key, signature);
    }

    public void Confirm(Address account, Hash32 key)
    {
        roles.DemandNotPaused();
        bonds.DemandBonded();
        DemandClaimed(account, key);
        DemandFree(key);
        _peers[account] = new Peer(PeerState.Confirmed, key);
        _accounts[key] = account;
        host.Tell("PeerConfirmed", account, key);
    }

    public void Reject(Address account, Hash32 key)
    {
        bonds.DemandBonded();
        DemandClaimed(account, key);
        _peers[account] = default;
        host.Tell("PeerRejected", account, key);
    }

    public void Bar(Address account, Hash32 evidence)
    {
        roles.Demand(Roles.RoundManager);
        DemandPeer(account);
        var key = Of(account).Key;
        _peers[account] = new Peer(PeerState.Barred, key);
        host.Tell("PeerBarred", account, key, evidence);
    }

    private void DemandFree(Hash32 key)
    {
        if (AccountOf(key) != default)
        {
            throw host.Revert("KeyTaken", key);
        }
    }

    private void DemandClaimed(Address account, Hash32 key)
    {
        if (Of(account) != new Peer(PeerState.Claimed, key))
        {
            throw host.Revert("NotAPeer", account);
        }
    }

    /// <summary>What an account said, and what came of it.</summary>
    public readonly record struct Peer(PeerState State, Hash32 Key);
}
