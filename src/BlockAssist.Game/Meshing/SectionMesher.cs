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
    private readonly FaceKey[] _keys = new FaceKey[Edge * Edge * Edge];
    private readonly uint[] _faces = new uint[Edge * Edge];
    private PaddedSection _section = new();

    /// <summary>Makes a mesh.</summary>
    /// <param name="section">What of; not changed meanwhile.</param>
    /// <param name="mesh">Where to.</param>
    public void Make(PaddedSection section, SectionMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(mesh);
        _section = section;
        _masks.Take(section);
        mesh.Clear();
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
        Merge(face, faces);
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
                    Note(face, BitOperations.TrailingZeroCount(seen), y, z);
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

    private void Note(Face face, int x, int y, int z)
    {
        var (slice, row, column) = face switch
        {
            Face.PosX or Face.NegX => (x - 1, y - 1, z - 1),
            Face.PosY or Face.NegY => (y - 1, z - 1, x - 1),
            _ => (z - 1, y - 1, x - 1),
        };
        _faces[(slice * Edge) + row] |= 1u << column;
        _keys[(((slice * Edge) + row) * Edge) + column] = KeyOf(face, x, y, z);
    }

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

    private void Merge(Face face, FaceList list)
    {
        for (var slice = 0; slice < Edge; slice++)
        {
            for (var row = 0; row < Edge; row++)
            {
                ref var faces = ref _faces[(slice * Edge) + row];
                while (faces != 0)
                {
                    var column = BitOperations.TrailingZeroCount(faces);
                    var key = _keys[(((slice * Edge) + row) * Edge) + column];
                    var width = key.IsEvenAlongRow ? WidthOf(slice, row, column, key) : 1;
                    var taken = ((1u << width) - 1) << column;
                    faces &= ~taken;
                    var height = key.IsEvenAlongColumn ? Take(slice, row, column, width, taken, key) : 1;
                    Emit(face, slice, (row, height), (column, width), key, list.Add());
                }
            }
        }
    }

    private int WidthOf(int slice, int row, int column, FaceKey key)
    {
        var (faces, keys) = (_faces[(slice * Edge) + row], ((slice * Edge) + row) * Edge);
        var end = column + 1;
        while (((faces >> end) & 1) != 0 && _keys[keys + end] == key)
        {
            end++;
        }

        return end - column;
    }

    /// <summary>Takes the rows above that go on as the first does; says how many rows it are with the first.</summary>
    private int Take(int slice, int row, int column, int width, uint taken, FaceKey key)
    {
        var end = row + 1;
        while (end < Edge
            && (_faces[(slice * Edge) + end] & taken) == taken
            && !_keys.AsSpan((((slice * Edge) + end) * Edge) + column, width).ContainsAnyExcept(key))
        {
            _faces[(slice * Edge) + end] &= ~taken;
            end++;
        }

        return end - row;
    }

    private static void Emit(Face face, int slice, (int From, int Count) rows, (int From, int Count) columns, FaceKey key, Span<uint> vertices)
    {
        // Corners go round the same way seen along every axis; from outside that is anticlockwise for three of the six faces.
        var plane = slice + (face is Face.PosX or Face.PosY or Face.PosZ ? 1 : 0);
        var turnsOver = face is Face.PosX or Face.PosY or Face.NegZ;
        var first = key.IsSplitOtherwise ? 1 : 0;
        for (var i = 0; i < 4; i++)
        {
            var corner = (first + (turnsOver ? 4 - i : i)) & 3;
            var row = rows.From + (FaceKey.IsHighRow(corner) ? rows.Count : 0);
            var column = columns.From + (FaceKey.IsHighColumn(corner) ? columns.Count : 0);
            var (x, y, z) = face switch
            {
                Face.PosX or Face.NegX => (plane, row, column),
                Face.PosY or Face.NegY => (column, plane, row),
                _ => (column, row, plane),
            };
            vertices[i] = MeshVertex.Pack(x, y, z, face, key.Corner(corner), key.Layer);
        }
    }
}
