using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Abi;

/// <summary>What OpenZeppelin's standard tree makes of leaves that are encoded here: what contracts check claims with.</summary>
public sealed class MerkleVectorTests
{
    private const int Leaves = 37;

    [Fact]
    public void Leaves_and_their_hashes_come_to_the_root_of_the_vector()
    {
        var vector = Vectors.Read("merkle-standardtree.json");
        var root = vector.Text("root");
        var proof = vector.GetProperty("proof7").EnumerateArray().Select(hash => Hash32.Parse(hash.GetString()));

        Assert.Equal(root, Root().ToString());
        Assert.Equal(root, proof.Aggregate(Leaf(7), Pair).ToString());
        Assert.NotEqual(root, proof.Aggregate(Leaf(8), Pair).ToString());
    }

    // Leaves stand at the end of the tree, the smallest last; each node is the hash of the two below it.
    private static Hash32 Root()
    {
        var tree = new Hash32[(2 * Leaves) - 1];
        var sorted = Enumerable.Range(0, Leaves).Select(Leaf).OrderBy(Number).ToArray();
        for (var i = 0; i < Leaves; i++)
        {
            tree[tree.Length - 1 - i] = sorted[i];
        }

        for (var i = Leaves - 2; i >= 0; i--)
        {
            tree[i] = Pair(tree[(2 * i) + 1], tree[(2 * i) + 2]);
        }

        return tree[0];
    }

    private static Hash32 Leaf(int i)
    {
        var encoded = AbiFunction.Parse("leaf(bytes32,uint32)").Inputs.EncodeParts(Keccak256.Of($"b{i}"), i);
        return Keccak256.Of(Keccak256.Of(encoded).ToArray());
    }

    private static Hash32 Pair(Hash32 left, Hash32 right) => Number(left) < Number(right)
        ? Keccak256.Of((byte[])[.. left.ToArray(), .. right.ToArray()])
        : Keccak256.Of((byte[])[.. right.ToArray(), .. left.ToArray()]);

    private static BigInteger Number(Hash32 hash) => new(hash.ToArray(), isUnsigned: true, isBigEndian: true);
}
