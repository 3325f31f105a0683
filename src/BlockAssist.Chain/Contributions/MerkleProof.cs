using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>Whether something is in a tree of hashes: OpenZeppelin's <c>MerkleProof</c>, over leaves that are hashed twice.</summary>
internal static class MerkleProof
{
    public static bool Proves(Hash32 root, Hash32 leaf, IEnumerable<Hash32> proof) => proof.Aggregate(leaf, Pair) == root;

    /// <summary>The hash of a leaf.</summary>
    public static Hash32 Leaf(AbiTuple form, params IReadOnlyList<object> values) => Keccak256.Of(Keccak256.Of(form.EncodeParts(values)).ToArray());

    /// <summary>The hash of a node, of the two below it in whichever order.</summary>
    public static Hash32 Pair(Hash32 left, Hash32 right)
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
