using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Values;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>Makes a contract ready for a swarm of which this node is the hub: what is done already is not done again.</summary>
/// <param name="contract">The contract.</param>
/// <param name="acts">Does it.</param>
internal sealed class ContractSetup(ContributionsContract contract, ChainActs acts)
{
    // Play money on test chains.
    private static readonly Wei LeastBond = Wei.ParseEther("0.01");
    private static readonly Wei SilencePenalty = Wei.ParseEther("0.001");

    /// <summary>Deploys one.</summary>
    public static async Task<Address> DeployAsync(ContributionsArtifact artifact, ChainActs acts, CancellationToken cancellation)
    {
        var creation = artifact.Creation(acts.Sender.Account, LeastBond, SilencePenalty);
        return (await acts.DoAsync("deploying the contract", new TransactionRequest(null, creation), cancellation)).Created!.Value;
    }

    /// <summary>Makes the node's own account a verifier.</summary>
    public async Task BecomeVerifierAsync(CancellationToken cancellation)
    {
        var account = acts.Sender.Account;
        if (!await contract.IsBondedAsync(account, cancellation))
        {
            await acts.DoAsync("becoming a verifier", contract.GrantVerifier(account), cancellation);
            await acts.DoAsync("posting a bond", contract.PostBond(await contract.LeastBondAsync(cancellation)), cancellation);
        }
    }

    /// <summary>Says to the contract that the node's account speaks for its peer; confirms it where the account is a verifier itself.</summary>
    /// <returns>Whether it is confirmed.</returns>
    public async Task<bool> JoinAsync(PeerIdentity identity, CancellationToken cancellation)
    {
        var (account, key) = (acts.Sender.Account, PeerBinding.KeyOf(identity.Id));
        var (state, claimed) = await contract.PeerAsync(account, cancellation);
        if (state == PeerState.None || (state == PeerState.Claimed && claimed != key))
        {
            await acts.DoAsync("saying for which peer the account speaks", contract.ClaimPeer(key, PeerBinding.Sign(identity, contract, account)), cancellation);
            state = PeerState.Claimed;
        }

        if (state == PeerState.Claimed && await contract.IsBondedAsync(account, cancellation) && await contract.IsVerifierAsync(account, cancellation))
        {
            await acts.DoAsync("confirming its own account", contract.ConfirmPeer(account, key), cancellation);
            state = PeerState.Confirmed;
        }

        return state == PeerState.Confirmed;
    }
}
