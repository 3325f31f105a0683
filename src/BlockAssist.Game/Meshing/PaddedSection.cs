using System.Runtime.Intrinsics;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Meshing;

/// <summary>A section with one cell around it, copied: what a mesh is made of while the world goes on.</summary>
/// <remarks>Rows along x of <see cref="Stride"/> bytes, of which the first <see cref="Edge"/> count. Reused; belongs to one thread.</remarks>
public sealed class PaddedSection
{
    /// <summary>How many cells it has along each axis.</summary>
    public const int Edge = VoxelWorld.SectionEdge + 2;

    /// <summary>How many bytes a row takes: a load of two vectors.</summary>
    public const int Stride = 32;

    private const int Rows = Edge * Edge;

    private static readonly Vector256<byte> InRow = Vector256.LessThan(Vector256<byte>.Indices, Vector256.Create((byte)Edge));

    private readonly byte[] _materials = new byte[Rows * Stride];
    private readonly byte[] _light = new byte[Rows * Stride];

    /// <summary>The materials, row by row.</summary>
    public ReadOnlySpan<byte> Materials => _materials;

    /// <summary>The light, row by row.</summary>
    public ReadOnlySpan<byte> Light => _light;

    /// <summary>Whether it is all of one material: then nothing of it is seen.</summary>
    public bool IsUniform { get; private set; }

    /// <summary>The number of the row of a height and a depth, both counted from the cell before the section.</summary>
    public static int RowOf(int y, int z) => (y * Edge) + z;

    /// <summary>Copies a section.</summary>
    public void Copy(VoxelWorld world, BlockPos section)
    {
        ArgumentNullException.ThrowIfNull(world);
        var start = world.IndexOf((section.X * VoxelWorld.SectionEdge) - 1, (section.Y * VoxelWorld.SectionEdge) - 1, (section.Z * VoxelWorld.SectionEdge) - 1);
        IsUniform = Copy(world.Cells, start, world, _materials) == Vector256<byte>.Zero;
        if (!IsUniform)
        {
            Copy(world.Light, start, world, _light);
        }
    }

    // Says in what any row differs from a row of its first cell.
    private static Vector256<byte> Copy(ReadOnlySpan<byte> from, int start, VoxelWorld world, Span<byte> to)
    {
        var (first, differs) = (Vector256.Create(from[start]), Vector256<byte>.Zero);
        for (var y = 0; y < Edge; y++)
        {
            for (var z = 0; z < Edge; z++)
            {
                var row = Vector256.Create<byte>(from[(start + (y * world.LayerLength) + (z * world.RowLength))..]);
                row.CopyTo(to[(RowOf(y, z) * Stride)..]);
                differs |= row ^ first;
            }
        }

        return differs & InRow;
    }
}
