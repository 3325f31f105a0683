namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>The one table of what the contract can be asked, by name.</summary>
internal sealed class ContributionsFunctions
{
    // Of which ERC-165 says what is there: itself, and AccessControl.
    private static readonly uint[] Interfaces = [0x01ffc9a7, 0x7965db0b];

    private readonly Host _host;
    private readonly Roles _roles;
    private readonly Treasury _treasury;
    private readonly VerifierBonds _bonds;
    private readonly PeerBindings _peers;
    private readonly Rounds _rounds;
    private readonly Submissions _submissions;
    private readonly Attestations _attestations;
    private readonly Credits _credits;
    private readonly Upstream _upstream;

    public ContributionsFunctions(Host host, Roles roles, UInt128 leastBond, UInt128 silencePenalty)
    {
        (_host, _roles, _treasury) = (host, roles, new Treasury(host));
        _bonds = new VerifierBonds(host, roles, _treasury, leastBond);
        _peers = new PeerBindings(host, roles, _bonds);
        _rounds = new Rounds(host, roles, _treasury);
        _submissions = new Submissions(host, roles, _peers, _rounds);
        _attestations = new Attestations(host, roles, _bonds, _rounds, _submissions, silencePenalty);
        _credits = new Credits(host, _treasury, _rounds);
        _upstream = new Upstream(host, roles);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, Func<CallData, IReadOnlyList<object>>> ByName() => new Dictionary<string, Func<CallData, IReadOnlyList<object>>>
    {
        ["DEFAULT_ADMIN_ROLE"] = _ => [Roles.Admin],
        ["ROUND_MANAGER_ROLE"] = _ => [Roles.RoundManager],
        ["VERIFIER_ROLE"] = _ => [Roles.Verifier],
        ["SLASHER_ROLE"] = _ => [Roles.Slasher],
        ["PAUSER_ROLE"] = _ => [Roles.Pauser],
        ["supportsInterface"] = call => [Interfaces.Contains(call.Bytes4(0))],
        ["hasRole"] = call => [_roles.Has(call.Hash(0), call.Address(1))],
        ["getRoleAdmin"] = _ => [Roles.Admin],
        ["grantRole"] = Does(call => _roles.Grant(call.Hash(0), call.Address(1))),
        ["revokeRole"] = Does(call => _roles.Revoke(call.Hash(0), call.Address(1))),
        ["renounceRole"] = Does(call => _roles.Renounce(call.Hash(0), call.Address(1))),
        ["paused"] = _ => [_roles.IsPaused],
        ["pause"] = Does(_ => _roles.Pause()),
        ["unpause"] = Does(_ => _roles.Unpause()),

        ["balances"] = call => [_treasury.BalanceOf(call.Address(0))],
        ["reserve"] = _ => [_treasury.Reserve],
        ["withdraw"] = Does(_ => _treasury.Withdraw()),

        ["UNBONDING"] = _ => [VerifierBonds.Unbonding],
        ["leastBond"] = _ => [_bonds.Least],
        ["bonds"] = call => _bonds.Of(call.Address(0)) is var bond ? [bond.Amount, bond.FreeAt] : [],
        ["isBonded"] = call => [_bonds.IsBonded(call.Address(0))],
        ["postBond"] = Does(_ => _bonds.Post()),
        ["beginUnbonding"] = Does(_ => _bonds.BeginUnbonding()),
        ["unbond"] = Does(_ => _bonds.Unbond()),
        ["slash"] = Does(call => _bonds.Slash(call.Address(0), call.UInt128(1), call.Hash(2))),

        ["peers"] = call => _peers.Of(call.Address(0)) is var peer ? [(int)peer.State, peer.Key] : [],
        ["accountOf"] = call => [_peers.AccountOf(call.Hash(0))],
        ["bindingMessage"] = call => [_host.Place.BindingMessage(call.Address(0), call.Hash(1))],
        ["claimPeer"] = Does(call => _peers.Claim(call.Hash(0), call.Bytes(1))),
        ["confirmPeer"] = Does(call => _peers.Confirm(call.Address(0), call.Hash(1))),
        ["rejectPeer"] = Does(call => _peers.Reject(call.Address(0), call.Hash(1))),
        ["barPeer"] = Does(call => _peers.Bar(call.Address(0), call.Hash(1))),

        ["LONGEST_ROUND"] = _ => [Rounds.Longest],
        ["currentRound"] = _ => [_rounds.Current],
        ["rounds"] = call => PartsOf(_rounds[call.UInt32(0)]),
        ["phase"] = call => [(int)_rounds.PhaseOf(call.UInt32(0))],
        ["openRound"] = call => [_rounds.Open(call.Hash(0), call.UInt32(1), call.UInt32(2), call.UInt32(3))],
        ["settleRound"] = Does(call => _rounds.Settle(call.UInt32(0), call.Hash(1), call.Hash(2), call.Hash(3), call.UInt128(4))),

        ["WORK_TYPEHASH"] = _ => [WorkSignature.TypeHash],
        ["eip712Domain"] = _ => [new byte[] { 0x0f }, WorkSignature.Name, WorkSignature.Version, _host.Place.ChainId, _host.Place.Contract, new byte[32], Array.Empty<object>()],
        ["contributionId"] = call => [_submissions.IdOf(call.Address(0), call.Work(1))],
        ["contributions"] = call => PartsOf(_submissions[call.Hash(0)]),
        ["committedAt"] = call => [_submissions.CommittedAt(call.Hash(0))],
        ["batches"] = call => [_submissions.BatchOf(call.Hash(0))],
        ["isInBatch"] = call => [_submissions.IsInBatch(call.Hash(0), call.Hash(1), call.Hashes(2))],
        ["submit"] = call => [_submissions.Submit(call.Work(0))],
        ["submitFor"] = call => [_submissions.SubmitFor(call.Address(0), call.Work(1), call.Bytes(6))],
        ["commit"] = Does(call => _submissions.Commit(call.Hash(0))),
        ["submitCommitted"] = call => [_submissions.SubmitCommitted(call.Work(0), call.Hash(5))],
        ["submitBatch"] = call => [_submissions.SubmitBatch(call.UInt32(0), call.UInt32(1), call.Hash(2), call.UInt32(3))],

        ["silencePenalty"] = _ => [_attestations.SilencePenalty],
        ["attestationOf"] = call => [_attestations.Of(call.Hash(0), call.Address(1))],
        ["commitAttestation"] = Does(call => _attestations.Commit(call.Hash(0), call.Hash(1))),
        ["revealAttestation"] = Does(call => _attestations.Reveal(call.Hash(0), call.Bool(1), call.UInt32(2), call.Hash(3))),
        ["slashSilent"] = Does(call => _attestations.SlashSilent(call.Hash(0), call.Address(1))),

        ["isClaimed"] = call => [_credits.IsClaimed(call.UInt32(0), call.Number(1))],
        ["claim"] = Does(call => _credits.Claim(call.UInt32(0), call.Number(1), call.Address(2), call.Number(3), call.Hashes(4))),

        ["getUserUploads"] = call => [_upstream.Of(call.Address(0)).Uploads],
        ["getUserSessions"] = call => [_upstream.Of(call.Address(0)).Sessions],
        ["getTotalUploads"] = _ => [_upstream.Total.Uploads],
        ["getTotalSessions"] = _ => [_upstream.Total.Sessions],
        ["getEoa"] = call => [_upstream.OwnersOf(call.Texts(0))],
        ["registerPeer"] = Does(call => _upstream.RegisterPeer(call.Bytes(0))),
        ["submitHFUpload"] = Does(call => _upstream.Submit(call.Address(0), call.Bytes(1), call.Bytes(2), call.Number(3), call.Bool(4))),
        ["verifyHFUpload"] = Does(call => _upstream.Verify(call.Bytes(0), call.Bytes(1))),
        ["isPending"] = call => [call.Bytes(1) is var _ && _upstream.IsPending(call.Bytes(0))],
        ["getModelUploader"] = call => [_upstream.UploaderOf(call.Bytes(0))],
    };

    private static Func<CallData, IReadOnlyList<object>> Does(Action<CallData> act) => call =>
    {
        act(call);
        return [];
    };

    private static object[] PartsOf(Rounds.Round round) =>
        [round.SubmitUntil, round.AttestUntil, round.RevealUntil, round.IsSettled, round.Parent, round.Pool, round.CreditRoot];

    private static object[] PartsOf(Submissions.Contribution contribution) =>
        [contribution.Contributor, contribution.Round, contribution.Scores, contribution.Kind, contribution.Attested, contribution.Accepted];
}
