using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>What verifiers say of contributions: first in secret, then in the open.</summary>
/// <param name="host">The chain.</param>
/// <param name="roles">Whether anything new is taken.</param>
/// <param name="bonds">What verifiers stand to lose.</param>
/// <param name="rounds">When what can be said.</param>
/// <param name="submissions">Of what.</param>
/// <param name="silencePenalty">What a verifier loses who commits and does not reveal.</param>
internal sealed class Attestations(Host host, Roles roles, VerifierBonds bonds, Rounds rounds, Submissions submissions, UInt128 silencePenalty)
{
    private readonly Map<(Hash32 Id, Address Verifier), Hash32> _commitments = host.Map<(Hash32, Address), Hash32>(default);

    public UInt128 SilencePenalty => silencePenalty;

    public Hash32 Of(Hash32 id, Address verifier) => _commitments[(id, verifier)];

    public void Commit(Hash32 id, Hash32 commitment)
    {
        roles.DemandNotPaused();
        bonds.DemandBonded();
        var contribution = submissions[id];
        if (contribution.Contributor == default)
        {
            throw host.Revert("UnknownContribution", id);
        }

        if (contribution.Contributor == host.Sender)
        {
            throw host.Revert("OwnContribution", id);
        }

        rounds.Demand(contribution.Round, RoundPhase.Attest);
        if (Of(id, host.Sender) != default)
        {
            throw host.Revert("AlreadyAttested", id);
        }

        _commitments[(id, host.Sender)] = commitment;
        host.Tell("AttestationCommitted", id, host.Sender);
    }

    public void Reveal(Hash32 id, bool accepts, uint score, Hash32 salt)
    {
        var contribution = submissions[id];
        rounds.Demand(contribution.Round, RoundPhase.Reveal);
        if (Of(id, host.Sender) != new Verdict(id, accepts, score, salt).CommitmentOf(host.Sender))
        {
            throw host.Revert("WrongReveal", id);
        }

        _commitments[(id, host.Sender)] = default;
        submissions[id] = checked(contribution with
        {
            Attested = (byte)(contribution.Attested + 1),
            Accepted = (byte)(contribution.Accepted + (accepts ? 1 : 0)),
            Scores = contribution.Scores + (accepts ? score : 0),
        });
        host.Tell("Attested", id, host.Sender, accepts, score);
    }

    public void SlashSilent(Hash32 id, Address verifier)
    {
        var round = submissions[id].Round;
        if (round == 0 || host.Time < rounds[round].RevealUntil)
        {
            throw rounds.WrongPhase(round);
        }

        if (Of(id, verifier) == default)
        {
            throw host.Revert("WrongReveal", id);
        }

        _commitments[(id, verifier)] = default;
        bonds.Take(verifier, silencePenalty, id);
    }
}
