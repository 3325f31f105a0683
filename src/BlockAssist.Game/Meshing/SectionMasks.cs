using System.Runtime.Intrinsics;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Meshing;

/// <summary>Which cells of a padded section are of a class of materials: a row of 18 cells along x is 18 bits of a number.</summary>
internal sealed class SectionMasks
{
    private const int RowCount = PaddedSection.Edge * PaddedSection.Edge;
    private const uint InRow = (1u << PaddedSection.Edge) - 1;

    private static readonly Vector128<byte> OpaqueTable = Table(material => material.IsOpaque());
    private static readonly Vector128<byte> GlassTable = Table(material => material == Material.Glass);
    private static readonly Vector128<byte> WaterTable = Table(material => material == Material.Water);

    private readonly uint[] _opaque = new uint[RowCount];
    private readonly uint[] _glass = new uint[RowCount];
    private readonly uint[] _water = new uint[RowCount];
    private readonly uint[] _lit = new uint[RowCount];

    /// <summary>What nothing is seen through.</summary>
    public ReadOnlySpan<uint> Opaque => _opaque;

    /// <summary>Glass.</summary>
    public ReadOnlySpan<uint> Glass => _glass;

    /// <summary>Water.</summary>
    public ReadOnlySpan<uint> Water => _water;

    /// <summary>What has all of the sky's light, or lets none in.</summary>
    public ReadOnlySpan<uint> Lit => _lit;

    /// <summary>Whether there is any glass.</summary>
    public bool HasGlass { get; private set; }

    /// <summary>Whether there is any water.</summary>
    public bool HasWater { get; private set; }

    /// <summary>Whether every cell that light comes into has all of the sky's.</summary>
    public bool IsFullyLit { get; private set; }

    /// <summary>Sorts the cells of a section.</summary>
    public void Take(PaddedSection section)
    {
        var (anyGlass, anyWater, dim) = (0u, 0u, 0u);
        for (var row = 0; row < RowCount; row++)
        {
            var from = row * PaddedSection.Stride;
            var first = Vector128.Create<byte>(section.Materials.Slice(from, Vector128<byte>.Count));
            var second = Vector128.Create<byte>(section.Materials.Slice(from + Vector128<byte>.Count, Vector128<byte>.Count));
            var opaque = Bits(OpaqueTable, first, second);
            _opaque[row] = opaque;
            anyGlass |= _glass[row] = Bits(GlassTable, first, second);
            anyWater |= _water[row] = Bits(WaterTable, first, second);
            _lit[row] = Full(section.Light[from..]) | opaque;
            dim |= ~_lit[row] & InRow;
        }

        (HasGlass, HasWater, IsFullyLit) = (anyGlass != 0, anyWater != 0, dim == 0);
    }

    private static uint Bits(Vector128<byte> table, Vector128<byte> first, Vector128<byte> second) =>
        (Vector128.Shuffle(table, first).ExtractMostSignificantBits() | (Vector128.Shuffle(table, second).ExtractMostSignificantBits() << Vector128<byte>.Count)) & InRow;

    private static uint Full(ReadOnlySpan<byte> light)
    {
        var full = Vector128.Create(VoxelWorld.FullLight);
        return Vector128.Equals(Vector128.Create<byte>(light[..Vector128<byte>.Count]), full).ExtractMostSignificantBits()
            | (Vector128.Equals(Vector128.Create<byte>(light.Slice(Vector128<byte>.Count, Vector128<byte>.Count)), full).ExtractMostSignificantBits() << Vector128<byte>.Count);
    }

    private static Vector128<byte> Table(Func<Material, bool> holds)
    {
        Span<byte> table = stackalloc byte[Materials.Most];
        table.Clear();
        for (var material = 0; material < Materials.Count; material++)
        {
            table[material] = (byte)(holds((Material)material) ? 0x80 : 0);
        }

        return Vector128.Create<byte>(table);
    }
}
