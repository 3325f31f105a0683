using BlockAssist.Chain.Values;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a node does on its chain besides contributing. On a ledger of its own it is all: hub, verifier and peer. Elsewhere it says who it is.</summary>
internal sealed class ChainUpkeep
{
    // Play money: a hundred thousand credits of the swarm.
    private static readonly Wei Pool = Wei.ParseEther("100");

    private readonly ContractSetup _setup;
    private readonly PeerIdentity _identity;
    private readonly BindingVerifier? _verifier;
    private readonly RoundKeeper? _rounds;

    /// <summary>Nothing is done yet.</summary>
    /// <param name="context">The home and the clock.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="acts">Does it.</param>
    /// <param name="identity">Who the node is.</param>
    /// <param name="records">The records of the swarm of which it is the hub; null where it is none's.</param>
    public ChainUpkeep(CommandContext context, ChainConnection chain, ChainActs acts, PeerIdentity identity, SignedRecords? records)
    {
        (_setup, _identity) = (new ContractSetup(chain.Contract, acts), identity);
        if (chain.Own is not null)
        {
            _verifier = new BindingVerifier(chain.Node, chain.Contract, acts);
            _rounds = new RoundKeeper(chain.Contract, acts, RoundTimes.Alone, context.Surroundings.Clock)
            {
                Model = () => PlayingModel.DigestIn(context.Home),
                Credits = records is null ? null : new SwarmCredits(ChainFolder.Of(context.Home), records, chain.Contract),
                Pool = Pool,
                ClaimsForAll = true,
            };
        }
    }

    /// <summary>Does what is due.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        if (_rounds is not null && _verifier is not null)
        {
            await _setup.BecomeVerifierAsync(cancellation);
            await _verifier.ConfirmAsync(cancellation);
            await _rounds.KeepAsync(cancellation);
        }

        await _setup.JoinAsync(_identity, cancellation);
    }
}
