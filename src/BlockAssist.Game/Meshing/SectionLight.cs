namespace BlockAssist.Game.Meshing;

/// <summary>How much of the sky's light falls on the corners of a face: the mean of the cells in front that meet there.</summary>
internal sealed class SectionLight
{
    private readonly byte[] _around = new byte[9];

    /// <summary>The light of the corners, where <see cref="FaceKey"/> has it.</summary>
    /// <param name="section">The section.</param>
    /// <param name="face">Which way the face looks.</param>
    /// <param name="x">The cell, counted from the one before the section.</param>
    /// <param name="y">Likewise.</param>
    /// <param name="z">Likewise.</param>
    /// <param name="opaque">Which of the nine cells in front are opaque.</param>
    public uint At(PaddedSection section, Face face, int x, int y, int z, uint opaque)
    {
        Read(section, face, x, y, z);
        var corners = 0u;
        for (var corner = 0; corner < 4; corner++)
        {
            var (row, column) = (FaceKey.IsHighRow(corner) ? 2 : 0, FaceKey.IsHighColumn(corner) ? 2 : 0);
            corners |= FaceKey.WithLight(corner, Mean(opaque, (3 * row) + 1, 3 + column, (3 * row) + column));
        }

        return corners;
    }

    private uint Mean(uint opaque, int side, int other, int diagonal)
    {
        var (sum, count) = ((uint)_around[4], 1u);
        var (seesSide, seesOther) = (((opaque >> side) & 1) == 0, ((opaque >> other) & 1) == 0);
        if (seesSide)
        {
            (sum, count) = (sum + _around[side], count + 1);
        }

        if (seesOther)
        {
            (sum, count) = (sum + _around[other], count + 1);
        }

        // Round a corner that is closed on both sides no light comes.
        if ((seesSide || seesOther) && ((opaque >> diagonal) & 1) == 0)
        {
            (sum, count) = (sum + _around[diagonal], count + 1);
        }

        return (sum + (count / 2)) / count;
    }

    private void Read(PaddedSection section, Face face, int x, int y, int z)
    {
        var (start, row, column) = face switch
        {
            Face.PosX => (At(x + 1, y, z), PaddedSection.Edge * PaddedSection.Stride, PaddedSection.Stride),
            Face.NegX => (At(x - 1, y, z), PaddedSection.Edge * PaddedSection.Stride, PaddedSection.Stride),
            Face.PosY => (At(x, y + 1, z), PaddedSection.Stride, 1),
            Face.NegY => (At(x, y - 1, z), PaddedSection.Stride, 1),
            Face.PosZ => (At(x, y, z + 1), PaddedSection.Edge * PaddedSection.Stride, 1),
            _ => (At(x, y, z - 1), PaddedSection.Edge * PaddedSection.Stride, 1),
        };
        for (var i = 0; i < 9; i++)
        {
            _around[i] = section.Light[start + (((i / 3) - 1) * row) + (((i % 3) - 1) * column)];
        }

        static int At(int x, int y, int z) => (PaddedSection.RowOf(y, z) * PaddedSection.Stride) + x;
    }
}
