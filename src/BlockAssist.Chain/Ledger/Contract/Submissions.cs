using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>What peers contributed. The same work has the same id however often it is sent, so it counts once.</summary>
internal sealed class Submissions(Host host, Roles roles, PeerBindings peers, Rounds rounds)
{
    private static readonly AbiTuple Commitment = AbiFunction.Parse("commitment(address,bytes32)").Inputs;
    private static readonly AbiTuple Salted = AbiFunction.Parse("salted(uint8,uint32,bytes32,bytes32,bytes32,bytes32)").Inputs;
    private static readonly AbiTuple Batch = AbiFunction.Parse("batch(address,uint32,uint32)").Inputs;
    private static readonly AbiTuple Leaf = AbiFunction.Parse("leaf(bytes32)").Inputs;

    private readonly Map<Hash32, Contribution> _contributions = host.Map<Hash32, Contribution>(default);
    private readonly Map<Hash32, ulong> _committedAt = host.Map<Hash32, ulong>(0);
    private readonly Map<Hash32, Hash32> _batches = host.Map<Hash32, Hash32>(default);
    private readonly WorkSignature _signature = new(host);

    public Contribution this[Hash32 id]
    {
        get => _contributions[id];
        set => _contributions[id] = value;
    }

    public ulong CommittedAt(Hash32 commitment) => _committedAt[commitment];

    public Hash32 BatchOf(Hash32 batch) => _batches[batch];

    public Hash32 IdOf(Address contributor, WorkData work) =>
        new Work((WorkKind)work.Kind, work.Demonstrations, work.Update).IdIn(host.Place, contributor, work.Round, work.Parent);

    public Hash32 Submit(WorkData work)
    {
        roles.DemandNotPaused();
        return Add(host.Sender, work);
    }

    public Hash32 SubmitFor(Address contributor, WorkData work, ReadOnlyMemory<byte> signature)
    {
        roles.DemandNotPaused();
        var signer = _signature.SignerOf(contributor, work, signature.Span);
        return signer == contributor ? Add(contributor, work) : throw host.Revert("WrongSigner", signer);
    }

    public void Commit(Hash32 commitment)
    {
        roles.DemandNotPaused();
        peers.DemandPeer(host.Sender);
        var slot = SlotOf(commitment);
        if (_committedAt[slot] != 0)
        {
            throw host.Revert("DuplicateContribution", slot);
        }

        _committedAt[slot] = host.Height;
        host.Tell("ContributionCommitted", host.Sender, commitment);
    }

    public Hash32 SubmitCommitted(WorkData work, Hash32 salt)
    {
        roles.DemandNotPaused();
        var slot = SlotOf(Keccak256.Of(Salted.EncodeParts(work.Kind, work.Round, work.Parent, work.Demonstrations, work.Update, salt)));
        var at = _committedAt[slot];
        if (at == 0 || at >= host.Height)
        {
            throw host.Revert("NotCommitted");
        }

        _committedAt[slot] = 0;
        return Add(host.Sender, work);
    }

    public Hash32 SubmitBatch(uint round, uint number, Hash32 root, uint count)
    {
        roles.DemandNotPaused();
        peers.DemandPeer(host.Sender);
        rounds.Submitting(round);
        var batch = Keccak256.Of(Batch.EncodeParts(host.Sender, round, number));
        if (BatchOf(batch) != default)
        {
            throw host.Revert("DuplicateContribution", batch);
        }

        _batches[batch] = root;
        host.Tell("BatchSubmitted", batch, host.Sender, round, root, count);
        return batch;
    }

    public bool IsInBatch(Hash32 batch, Hash32 id, IEnumerable<Hash32> proof) => MerkleProof.Proves(BatchOf(batch), MerkleProof.Leaf(Leaf, id), proof);

    private Hash32 SlotOf(Hash32 commitment) => Keccak256.Of(Commitment.EncodeParts(host.Sender, commitment));

    private Hash32 Add(Address contributor, WorkData work)
    {
        peers.DemandPeer(contributor);
        var parent = rounds.Submitting(work.Round).Parent;
        if (work.Parent != parent)
        {
            throw host.Revert("WrongParent", parent, work.Parent);
        }

        var id = IdOf(contributor, work);
        if (this[id].Contributor != default)
        {
            throw host.Revert("DuplicateContribution", id);
        }

        this[id] = new Contribution(contributor, work.Round, Scores: 0, work.Kind, Attested: 0, Accepted: 0);
        host.Tell("ContributionSubmitted", id, contributor, work.Round, work.Kind, work.Demonstrations, work.Update);
        return id;
    }

    /// <summary>A contribution, and what verifiers said of it.</summary>
    public readonly record struct Contribution(Address Contributor, uint Round, uint Scores, byte Kind, byte Attested, byte Accepted);
}
