using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>Whether something is in a tree of hashes: OpenZeppelin's <c>MerkleProof</c>, over leaves that are hashed twice.</summary>
internal static class MerkleProof
{
    public static bool Proves(Hash32 root, AbiTuple form, IReadOnlyList<object> leaf, IEnumerable<Hash32> proof) =>
        proof.Aggregate(Keccak256.Of(Keccak256.Of(form.EncodeParts(leaf)).ToArray()), Pair) == root;

    private static Hash32 Pair(Hash32 left, Hash32 right)
    {
        Span<byte> both = stackalloc byte[2 * Hash32.Bytes];
        var second = both[Hash32.Bytes..];
        left.CopyTo(both);
        right.CopyTo(second);
        if (both[..Hash32.Bytes].SequenceCompareTo(second) > 0)
        {
            right.CopyTo(both);
            left.CopyTo(second);
        }

        return Keccak256.Of(both);
    }
}
