using System.Numerics;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Meshing;

/// <summary>Collects faces of a section that look one way, and merges those side by side that look alike.</summary>
/// <remarks>Only along directions in which light and shades do not change, so that the picture is that of single faces. Belongs to one thread.</remarks>
internal sealed class FaceMerger
{
    private const int Edge = VoxelWorld.SectionEdge;

    private readonly FaceKey[] _keys = new FaceKey[Edge * Edge * Edge];
    private readonly uint[] _faces = new uint[Edge * Edge];
    private bool _isEmpty = true;

    /// <summary>Notes a face.</summary>
    /// <param name="face">Which way it looks: the same for all until they are merged.</param>
    /// <param name="cell">The cell, counted from the first of the section.</param>
    /// <param name="key">What it looks like.</param>
    public void Note(Face face, (int X, int Y, int Z) cell, FaceKey key)
    {
        var (slice, row, column) = face switch
        {
            Face.PosX or Face.NegX => cell,
            Face.PosY or Face.NegY => (cell.Y, cell.Z, cell.X),
            _ => (cell.Z, cell.Y, cell.X),
        };
        _isEmpty = false;
        _faces[(slice * Edge) + row] |= 1u << column;
        _keys[(((slice * Edge) + row) * Edge) + column] = key;
    }

    /// <summary>Adds what was noted to a list, merged, and forgets it.</summary>
    public void Merge(Face face, FaceList list)
    {
        if (_isEmpty)
        {
            return;
        }

        _isEmpty = true;
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
