using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Meshing;

/// <summary>Merges faces of a section that all look alike, given as bits: a run of them is found and taken by a few instructions.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class PlaneMerger
{
    private const int Edge = VoxelWorld.SectionEdge;

    // The most rectangles of a slice: every other column of every row.
    private const int MostQuads = Edge * Edge / 2;

    // Empty wherever nothing was noted since the last merge.
    private readonly ushort[] _rows = new ushort[Edge * Edge];
    private Vector256<ushort> _any;
    private uint _levels;

    /// <summary>Notes the faces of a level that look one way: the same for all until they are merged.</summary>
    /// <param name="face">Which way.</param>
    /// <param name="y">The level, 0 to 15.</param>
    /// <param name="faces">Sixteen rows along x of sixteen bits.</param>
    public void Note(Face face, int y, Vector256<ushort> faces)
    {
        if (faces == Vector256<ushort>.Zero)
        {
            return;
        }

        _any |= faces;
        _levels |= 1u << y;
        if (face is Face.PosX or Face.NegX)
        {
            Turn(faces, _rows.AsSpan(y * Edge, Edge));
        }
        else
        {
            faces.CopyTo(_rows, y * Edge);
        }
    }

    /// <summary>Adds what was noted to a list, merged.</summary>
    /// <param name="face">Which way the faces look.</param>
    /// <param name="key">What they all look like.</param>
    /// <param name="list">Where to.</param>
    public void Merge(Face face, FaceKey key, FaceList list)
    {
        if (_levels == 0)
        {
            return;
        }

        var form = QuadForm.Of(face);
        var first = form.First(key);
        var isLevel = face is Face.PosY or Face.NegY;
        var (step, rows) = isLevel ? (1, 0xFFFFu) : (Edge, _levels);
        for (var slices = Slices(face); slices != 0; slices &= slices - 1)
        {
            var slice = BitOperations.TrailingZeroCount(slices);
            ref var start = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), isLevel ? slice * Edge : slice);
            var room = list.Room(4 * MostQuads);
            list.Take(Merge(ref start, step, rows, first + form.Slice(slice), form, ref MemoryMarshal.GetReference(room)));
        }

        (_any, _levels) = (default, 0);
    }

    // A bit for each slice that has faces.
    private uint Slices(Face face)
    {
        if (face is Face.PosY or Face.NegY)
        {
            return _levels;
        }

        if (face is Face.PosZ or Face.NegZ)
        {
            return ~Vector256.Equals(_any, Vector256<ushort>.Zero).ExtractMostSignificantBits() & 0xFFFF;
        }

        var quarters = (_any.GetLower() | _any.GetUpper()).AsUInt64();
        var all = quarters[0] | quarters[1];
        all |= all >> 32;
        return (uint)(all | (all >> 16)) & 0xFFFF;
    }

    // Takes the rows of a slice apart into rectangles, of which none is left; says how many corners that were.
    private static int Merge(ref ushort rows, int step, uint rest, uint place, in QuadForm form, ref uint to)
    {
        var count = 0;
        for (; rest != 0; rest &= rest - 1)
        {
            var row = BitOperations.TrailingZeroCount(rest);
            ref var current = ref Unsafe.Add(ref rows, row * step);
            uint faces = current;
            current = 0;
            while (faces != 0)
            {
                var column = BitOperations.TrailingZeroCount(faces);
                var width = BitOperations.TrailingZeroCount(~(faces >> column));
                var taken = ((1u << width) - 1) << column;
                faces ^= taken;
                var end = row + 1;
                for (ref var next = ref Unsafe.Add(ref current, step); end < Edge && (next & taken) == taken; next = ref Unsafe.Add(ref next, step))
                {
                    next ^= (ushort)taken;
                    end++;
                }

                form.Put(place, (row, end - row), (column, width), ref Unsafe.Add(ref to, count));
                count += 4;
            }
        }

        return count;
    }

    // Rows along z of what were rows along x.
    private static void Turn(Vector256<ushort> rows, Span<ushort> turned)
    {
        var (first, last) = (rows & Vector256.Create((ushort)0xFF), rows >>> 8);
        var low = Vector128.Narrow(first.GetLower(), first.GetUpper());
        var high = Vector128.Narrow(last.GetLower(), last.GetUpper());
        for (var bit = 7; bit >= 0; bit--)
        {
            turned[bit] = (ushort)low.ExtractMostSignificantBits();
            turned[bit + 8] = (ushort)high.ExtractMostSignificantBits();
            (low, high) = (low + low, high + high);
        }
    }
}
