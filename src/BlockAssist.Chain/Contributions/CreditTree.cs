using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>To whom a round credits what, as a Merkle tree: its root is on the chain, and each line can be claimed with a proof.</summary>
/// <remarks>As OpenZeppelin's <c>StandardMerkleTree</c> makes it of (uint256 index, address account, uint256 amount): leaves are hashed twice and sorted, and stand at the end of the tree, the smallest last.</remarks>
public sealed class CreditTree
{
    private static readonly AbiTuple Leaf = AbiFunction.Parse("leaf(uint256,address,uint256)").Inputs;

    private readonly Hash32[] _nodes;
    private readonly int[] _places;

    /// <summary>The tree of some lines; their order is that of their indices.</summary>
    public CreditTree(IReadOnlyList<(Address Account, Wei Amount)> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        (Lines, Sum) = (lines, lines.Aggregate(Wei.Zero, (sum, line) => sum + line.Amount));
        var leaves = lines.Select((line, index) => LeafOf(index, line.Account, line.Amount.Value)).ToArray();
        (_nodes, _places) = (new Hash32[Math.Max(0, (2 * leaves.Length) - 1)], new int[leaves.Length]);
        var sorted = Enumerable.Range(0, leaves.Length).OrderBy(index => leaves[index].ToString(), StringComparer.Ordinal).ToArray();
        for (var i = 0; i < sorted.Length; i++)
        {
            _places[sorted[i]] = _nodes.Length - 1 - i;
            _nodes[_nodes.Length - 1 - i] = leaves[sorted[i]];
        }

        for (var i = leaves.Length - 2; i >= 0; i--)
        {
            _nodes[i] = MerkleProof.Pair(_nodes[(2 * i) + 1], _nodes[(2 * i) + 2]);
        }
    }

    /// <summary>The lines.</summary>
    public IReadOnlyList<(Address Account, Wei Amount)> Lines { get; }

    /// <summary>All amounts together.</summary>
    public Wei Sum { get; }

    /// <summary>What is on the chain; zero where nobody is credited anything.</summary>
    public Hash32 Root => _nodes.Length > 0 ? _nodes[0] : default;

    /// <summary>What shows that a line is in the tree.</summary>
    public IReadOnlyList<Hash32> Proof(int line)
    {
        var proof = new List<Hash32>();
        for (var place = _places[line]; place > 0; place = (place - 1) / 2)
        {
            proof.Add(_nodes[place % 2 == 0 ? place - 1 : place + 1]);
        }

        return proof;
    }

    /// <summary>Whether a line is in the tree of a root.</summary>
    public static bool Proves(Hash32 root, int line, Address account, Wei amount, IEnumerable<Hash32> proof) =>
        MerkleProof.Proves(root, LeafOf(line, account, amount.Value), proof);

    /// <summary>The hash of a line, as the contract makes it of whatever it is told.</summary>
    internal static Hash32 LeafOf(BigInteger index, Address account, BigInteger amount) => MerkleProof.Leaf(Leaf, index, account, amount);
}
