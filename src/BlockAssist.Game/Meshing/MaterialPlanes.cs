using System.Numerics;
using System.Runtime.Intrinsics;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Meshing;

/// <summary>Which materials a section has, and where: sixteen rows along x of sixteen bits each for a level, as <see cref="CellPlanes"/>.</summary>
internal sealed class MaterialPlanes
{
    private const int Edge = VoxelWorld.SectionEdge;

    private static readonly Vector128<byte> FirstEight = Bits(0);
    private static readonly Vector128<byte> LastEight = Bits(8);
    private static readonly uint OpaqueSet = Enumerable.Range(0, Materials.Count).Aggregate(0u, (set, material) => ((Material)material).IsOpaque() ? set | (1u << material) : set);

    private readonly ushort[] _cells = new ushort[Materials.Most * Edge * Edge];
    private bool _isMixed;

    /// <summary>The opaque materials that there are: a bit each.</summary>
    public uint Opaque { get; private set; }

    /// <summary>Takes the cells of a section.</summary>
    public void Take(PaddedSection section)
    {
        Opaque = Present(section) & OpaqueSet;
        _isMixed = BitOperations.PopCount(Opaque) > 1;
        for (var rest = _isMixed ? Opaque : 0; rest != 0; rest &= rest - 1)
        {
            Find(section, BitOperations.TrailingZeroCount(rest));
        }
    }

    /// <summary>Where a material is on a level; everything opaque is taken for it if there is no other.</summary>
    public Vector256<ushort> At(int material, int y) =>
        _isMixed ? Vector256.Create(_cells, ((material * Edge) + y) * Edge) : Vector256<ushort>.AllBitsSet;

    private static uint Present(PaddedSection section)
    {
        var (first, last) = (Vector128<byte>.Zero, Vector128<byte>.Zero);
        for (var row = 0; row < Edge * Edge; row++)
        {
            var materials = RowAt(section, row);
            first |= Vector128.Shuffle(FirstEight, materials);
            last |= Vector128.Shuffle(LastEight, materials);
        }

        return Or(first) | (Or(last) << 8);
    }

    private void Find(PaddedSection section, int material)
    {
        var wanted = Vector128.Create((byte)material);
        var cells = _cells.AsSpan(material * Edge * Edge, Edge * Edge);
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = (ushort)Vector128.Equals(RowAt(section, row), wanted).ExtractMostSignificantBits();
        }
    }

    private static Vector128<byte> RowAt(PaddedSection section, int row) =>
        Vector128.Create(section.Materials.Slice((PaddedSection.RowOf((row / Edge) + 1, (row % Edge) + 1) * PaddedSection.Stride) + 1, Edge));

    private static uint Or(Vector128<byte> bytes)
    {
        var halves = bytes.AsUInt64();
        var all = halves[0] | halves[1];
        all |= all >> 32;
        all |= all >> 16;
        return (uint)(all | (all >> 8)) & 0xFF;
    }

    private static Vector128<byte> Bits(int from)
    {
        Span<byte> table = stackalloc byte[Materials.Most];
        table.Clear();
        for (var bit = 0; bit < 8; bit++)
        {
            table[from + bit] = (byte)(1 << bit);
        }

        return Vector128.Create<byte>(table);
    }
}
