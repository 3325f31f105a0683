using System.Numerics;
using System.Runtime.Intrinsics;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Meshing;

/// <summary>Makes the mesh of a section as it is seen from afar: no shades at corners, and a face has one light, that of the cell before it.</summary>
/// <remarks>
/// The faces of a level are found at once, as bits, and those in the full light of the sky are merged as bits too; only the others
/// are looked at one by one. Shows the same cells with the same textures as <see cref="SectionMesher"/>. Allocates nothing once
/// its arrays have grown. Belongs to one thread.
/// </remarks>
public sealed class DistantMesher
{
    private const int Edge = VoxelWorld.SectionEdge;
    private const int Bright = 3;

    private static readonly uint Unshaded = EvenCorners();

    private readonly SectionMasks _masks = new();
    private readonly CellPlanes _opaque = new();
    private readonly CellPlanes _glass = new();
    private readonly CellPlanes _water = new();
    private readonly CellPlanes _lit = new();
    private readonly MaterialPlanes _materials = new();
    private readonly PlaneMerger _merger = new();
    private readonly PlaneMerger _covered = new();
    private readonly FaceMerger _dim = new();
    private readonly Vector256<ushort>[] _seen = new Vector256<ushort>[Edge];
    private PaddedSection _section = new();
    private uint _levels;

    /// <summary>Makes a mesh.</summary>
    /// <param name="section">What of; not changed meanwhile.</param>
    /// <param name="mesh">Where to.</param>
    public void Make(PaddedSection section, SectionMesh mesh)
    {
        Take(section);
        Merge(mesh);
    }

    /// <summary>Sorts the cells of a section: the first half of the work.</summary>
    /// <param name="section">What of; not changed until it is merged.</param>
    public void Take(PaddedSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        _section = section;
        if (section.IsUniform)
        {
            return;
        }

        _masks.Take(section);
        _opaque.Take(_masks.Opaque);
        _materials.Take(section);
        TakeIf(_masks.HasGlass, _glass, _masks.Glass);
        TakeIf(_masks.HasWater, _water, _masks.Water);
        TakeIf(!_masks.IsFullyLit, _lit, _masks.Lit);
    }

    /// <summary>Makes the mesh of the section that was taken: the second half; may be done again.</summary>
    /// <param name="mesh">Where to.</param>
    public void Merge(SectionMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        mesh.Clear();
        for (var face = Face.PosX; face <= Face.NegZ && !_section.IsUniform; face++)
        {
            MergeOpaque(face, mesh.ListOf(MeshPass.Solid));
            if (_masks.HasGlass)
            {
                MergeClear(face, _glass, Material.Glass, mesh.ListOf(MeshPass.Glass));
            }

            if (_masks.HasWater)
            {
                MergeClear(face, _water, Material.Water, mesh.ListOf(MeshPass.Water));
            }
        }
    }

    private static void TakeIf(bool has, CellPlanes planes, ReadOnlySpan<uint> rows)
    {
        if (has)
        {
            planes.Take(rows);
        }
    }

    private static uint EvenCorners() => Enumerable.Range(0, 4).Aggregate(0u, (corners, corner) => corners | FaceKey.WithShade(corner, Bright));

    private void MergeOpaque(Face face, FaceList list)
    {
        Find(face, _opaque);
        for (var rest = _levels == 0 ? 0 : _materials.Opaque; rest != 0; rest &= rest - 1)
        {
            MergeMaterial(face, (Material)BitOperations.TrailingZeroCount(rest), list);
        }

        _dim.Merge(face, list);
        list.End(face);
    }

    private void MergeMaterial(Face face, Material material, FaceList list)
    {
        var (open, covered) = (TextureLayers.Of(material, face, isCovered: false), TextureLayers.Of(material, face, isCovered: true));
        for (var rest = _levels; rest != 0; rest &= rest - 1)
        {
            var y = BitOperations.TrailingZeroCount(rest);
            var faces = _seen[y] & _materials.At((int)material, y);
            if (open != covered)
            {
                var cover = _opaque.Before(Face.PosY, y);
                _covered.Note(face, y, faces & cover);
                faces &= ~cover;
            }

            _merger.Note(face, y, faces);
        }

        _merger.Merge(face, LitKey(open), list);
        _covered.Merge(face, LitKey(covered), list);
    }

    private void MergeClear(Face face, CellPlanes cells, Material material, FaceList list)
    {
        Find(face, cells);
        for (var rest = _levels; rest != 0; rest &= rest - 1)
        {
            var y = BitOperations.TrailingZeroCount(rest);
            _merger.Note(face, y, _seen[y]);
        }

        _merger.Merge(face, LitKey(TextureLayers.Of(material, face, isCovered: false)), list);
        _dim.Merge(face, list);
        list.End(face);
    }

    private static FaceKey LitKey(TextureLayer layer) => new(layer, Unshaded | FaceKey.FullLight);

    /// <summary>Finds the faces of cells of a class that are seen, and notes those that are not in full light.</summary>
    private void Find(Face face, CellPlanes cells)
    {
        var isOpaque = ReferenceEquals(cells, _opaque);
        _levels = 0;
        for (var y = 0; y < Edge; y++)
        {
            var seen = cells.At(y) & ~cells.Before(face, y);
            seen = isOpaque ? seen : seen & ~_opaque.Before(face, y);
            if (!_masks.IsFullyLit)
            {
                var lit = _lit.Before(face, y);
                NoteDim(face, y, seen & ~lit);
                seen &= lit;
            }

            _seen[y] = seen;
            _levels |= seen == Vector256<ushort>.Zero ? 0 : 1u << y;
        }
    }

    private void NoteDim(Face face, int y, Vector256<ushort> faces)
    {
        if (faces == Vector256<ushort>.Zero)
        {
            return;
        }

        for (var z = 0; z < Edge; z++)
        {
            for (var row = (uint)faces[z]; row != 0; row &= row - 1)
            {
                var x = BitOperations.TrailingZeroCount(row);
                _dim.Note(face, (x, y, z), DimKey(face, x + 1, y + 1, z + 1));
            }
        }
    }

    private FaceKey DimKey(Face face, int x, int y, int z)
    {
        var cell = PaddedSection.RowOf(y, z);
        var material = (Material)_section.Materials[(cell * PaddedSection.Stride) + x];
        var isCovered = ((_masks.Opaque[cell + PaddedSection.Edge] >> x) & 1) != 0;
        var (before, at) = face switch
        {
            Face.PosX => (cell, x + 1),
            Face.NegX => (cell, x - 1),
            Face.PosY => (PaddedSection.RowOf(y + 1, z), x),
            Face.NegY => (PaddedSection.RowOf(y - 1, z), x),
            Face.PosZ => (PaddedSection.RowOf(y, z + 1), x),
            _ => (PaddedSection.RowOf(y, z - 1), x),
        };
        uint light = _section.Light[(before * PaddedSection.Stride) + at];
        const uint OnAllCorners = 1 | (1 << 6) | (1 << 12) | (1 << 18);
        return new FaceKey(TextureLayers.Of(material, face, isCovered), Unshaded | (light * OnAllCorners));
    }
}
