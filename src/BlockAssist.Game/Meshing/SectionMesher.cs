using System.Numerics;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Meshing;

/// <summary>Makes the mesh of a section: the faces that can be seen, those that look alike merged.</summary>
/// <remarks>
/// Faces are found for a row of cells at once, as bits ("Greedy meshing", 0fps, 2012; here with the shades and light of the
/// corners in what must be alike, and merged only along directions in which these do not change, so that the picture is that of
/// single faces). Allocates nothing once its arrays have grown. Belongs to one thread.
/// </remarks>
public sealed class SectionMesher
{
    private const int Edge = VoxelWorld.SectionEdge;
    private const uint AllAround = 511;
    private const uint Inner = ((1u << Edge) - 1) << 1;

    private readonly SectionMasks _masks = new();
    private readonly SectionLight _light = new();
    private readonly FaceMerger _merger = new();
    private PaddedSection _section = new();

    /// <summary>Makes a mesh.</summary>
    /// <param name="section">What of; not changed meanwhile.</param>
    /// <param name="mesh">Where to.</param>
    public void Make(PaddedSection section, SectionMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(mesh);
        mesh.Clear();
        if (section.IsUniform)
        {
            return;
        }

        _section = section;
        _masks.Take(section);
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            Make(face, _masks.Opaque, [], mesh.ListOf(MeshPass.Solid));
            if (_masks.HasGlass)
            {
                Make(face, _masks.Glass, _masks.Opaque, mesh.ListOf(MeshPass.Glass));
            }

            if (_masks.HasWater)
            {
                Make(face, _masks.Water, _masks.Opaque, mesh.ListOf(MeshPass.Water));
            }
        }
    }

    private void Make(Face face, ReadOnlySpan<uint> cells, ReadOnlySpan<uint> cover, FaceList faces)
    {
        Find(face, cells, cover);
        _merger.Merge(face, faces);
        faces.End(face);
    }

    /// <summary>Finds the faces of cells of a class that look one way and are seen: those with neither the class nor a cover in front.</summary>
    private void Find(Face face, ReadOnlySpan<uint> cells, ReadOnlySpan<uint> cover)
    {
        for (var y = 1; y <= Edge; y++)
        {
            for (var z = 1; z <= Edge; z++)
            {
                var row = PaddedSection.RowOf(y, z);
                var hidden = InFront(face, cells, row) | (cover.IsEmpty ? 0 : InFront(face, cover, row));
                for (var seen = cells[row] & ~hidden & Inner; seen != 0; seen &= seen - 1)
                {
                    var x = BitOperations.TrailingZeroCount(seen);
                    _merger.Note(face, (x - 1, y - 1, z - 1), KeyOf(face, x, y, z));
                }
            }
        }
    }

    /// <summary>For the cells of a row, which of those in front of their faces are set.</summary>
    private static uint InFront(Face face, ReadOnlySpan<uint> cells, int row) => face switch
    {
        Face.PosX => cells[row] >> 1,
        Face.NegX => cells[row] << 1,
        Face.PosY => cells[row + PaddedSection.Edge],
        Face.NegY => cells[row - PaddedSection.Edge],
        Face.PosZ => cells[row + 1],
        _ => cells[row - 1],
    };

    private FaceKey KeyOf(Face face, int x, int y, int z)
    {
        var cell = PaddedSection.RowOf(y, z);
        var material = (Material)_section.Materials[(cell * PaddedSection.Stride) + x];
        var isCovered = ((_masks.Opaque[cell + PaddedSection.Edge] >> x) & 1) != 0;
        var around = Around(_masks.Opaque, face, x, y, z);
        var light = _masks.IsFullyLit || Around(_masks.Lit, face, x, y, z) == AllAround ? FaceKey.FullLight : _light.At(_section, face, x, y, z, around);
        return new FaceKey(TextureLayers.Of(material, face, isCovered), CornerShades.At(around) | light);
    }

    /// <summary>Which of the nine cells in front of a face are set: three rows of three bits.</summary>
    private static uint Around(ReadOnlySpan<uint> cells, Face face, int x, int y, int z)
    {
        if (face is Face.PosX or Face.NegX)
        {
            var front = face == Face.PosX ? x + 1 : x - 1;
            return Across(cells, PaddedSection.RowOf(y - 1, z), front)
                | (Across(cells, PaddedSection.RowOf(y, z), front) << 3)
                | (Across(cells, PaddedSection.RowOf(y + 1, z), front) << 6);
        }

        var (row, step) = face switch
        {
            Face.PosY => (PaddedSection.RowOf(y + 1, z), 1),
            Face.NegY => (PaddedSection.RowOf(y - 1, z), 1),
            Face.PosZ => (PaddedSection.RowOf(y, z + 1), PaddedSection.Edge),
            _ => (PaddedSection.RowOf(y, z - 1), PaddedSection.Edge),
        };
        return ((cells[row - step] >> (x - 1)) & 7) | (((cells[row] >> (x - 1)) & 7) << 3) | (((cells[row + step] >> (x - 1)) & 7) << 6);
    }

    private static uint Across(ReadOnlySpan<uint> cells, int row, int x) =>
        ((cells[row - 1] >> x) & 1) | (((cells[row] >> x) & 1) << 1) | (((cells[row + 1] >> x) & 1) << 2);
}
