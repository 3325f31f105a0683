using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a node does on its chain besides contributing. On a ledger of its own, and where it keeps rounds, it is hub and verifier. Everywhere it says who it is.</summary>
internal sealed class ChainUpkeep
{
    private readonly bool _isOwn;
    private readonly ContractSetup _setup;
    private readonly PeerIdentity _identity;
    private readonly BindingVerifier? _verifier;
    private readonly RoundKeeper? _rounds;
    private readonly Attester? _attester;

    /// <summary>Nothing is done yet.</summary>
    /// <param name="context">The home and the clock.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="acts">Does it.</param>
    /// <param name="identity">Who the node is.</param>
    /// <param name="records">The records of the swarm of which it is the hub; null where it is none's.</param>
    public ChainUpkeep(CommandContext context, ChainConnection chain, ChainActs acts, PeerIdentity identity, SignedRecords? records)
    {
        (_isOwn, _setup, _identity) = (chain.Own is not null, new ContractSetup(chain.Contract, acts), identity);
        var folder = ChainFolder.Of(context.Home);
        if ((_isOwn ? KeptRounds.OnOwnLedger(records is not null) : folder.Settings()?.Rounds) is not { } kept)
        {
            return;
        }

        _verifier = new BindingVerifier(chain.Node, chain.Contract, acts, chain.First);
        _rounds = new RoundKeeper(chain.Contract, acts, kept.Times, context.Surroundings.Clock)
        {
            Model = () => PlayingModel.DigestIn(context.Home),
            Credits = records is null ? null : new SwarmCredits(folder, records, chain.Contract, kept.CreditWei),
            Pool = kept.PoolWei,
            ClaimsForAll = _isOwn,
        };
        _attester = records is not null && kept.Attests ? new Attester(folder, chain.Contract, new ChainStandings(folder, chain, context.Log, context.Surroundings.Clock), acts, new RecordJudge(records, chain.Contract)) : null;
    }

    /// <summary>Does what is due.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        if (_isOwn)
        {
            await _setup.BecomeVerifierAsync(cancellation);
        }

        if (_rounds is not null && _verifier is not null)
        {
            await _verifier.ConfirmAsync(cancellation);
            var round = await _rounds.KeepAsync(cancellation);
            await (_attester?.KeepAsync(round, cancellation) ?? Task.CompletedTask);
        }

        await _setup.JoinAsync(_identity, cancellation);
    }
}
