using System.Runtime.Intrinsics;

namespace BlockAssist.Game.Meshing;

/// <summary>Cells of a section, level by level: sixteen rows along x of sixteen bits each are one vector, and so are the cells beside them.</summary>
internal sealed class CellPlanes
{
    private const int RowCount = PaddedSection.Edge * PaddedSection.Edge;

    private readonly ushort[] _here = new ushort[RowCount];
    private readonly ushort[] _east = new ushort[RowCount];
    private readonly ushort[] _west = new ushort[RowCount];

    /// <summary>Takes a class of cells.</summary>
    /// <param name="rows">As <see cref="SectionMasks"/> has them.</param>
    public void Take(ReadOnlySpan<uint> rows)
    {
        var step = Vector256<ushort>.Count;
        for (var row = 0; row < RowCount; row += step)
        {
            // The last vector overlaps the one before.
            var from = Math.Min(row, RowCount - step);
            var (first, second) = (Vector256.Create(rows[from..]), Vector256.Create(rows[(from + Vector256<uint>.Count)..]));
            Vector256.Narrow(first, second).CopyTo(_west, from);
            Vector256.Narrow(first >>> 1, second >>> 1).CopyTo(_here, from);
            Vector256.Narrow(first >>> 2, second >>> 2).CopyTo(_east, from);
        }
    }

    /// <summary>The cells of a level.</summary>
    /// <param name="y">0 to 15.</param>
    public Vector256<ushort> At(int y) => Vector256.Create(_here, PaddedSection.RowOf(y + 1, 1));

    /// <summary>What is in front of the cells of a level.</summary>
    /// <param name="face">In front of which face.</param>
    /// <param name="y">0 to 15.</param>
    public Vector256<ushort> Before(Face face, int y) => face switch
    {
        Face.PosX => Vector256.Create(_east, PaddedSection.RowOf(y + 1, 1)),
        Face.NegX => Vector256.Create(_west, PaddedSection.RowOf(y + 1, 1)),
        Face.PosY => Vector256.Create(_here, PaddedSection.RowOf(y + 2, 1)),
        Face.NegY => Vector256.Create(_here, PaddedSection.RowOf(y, 1)),
        Face.PosZ => Vector256.Create(_here, PaddedSection.RowOf(y + 1, 2)),
        _ => Vector256.Create(_here, PaddedSection.RowOf(y + 1, 0)),
    };
}
