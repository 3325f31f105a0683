namespace BlockAssist.Game.Meshing;

/// <summary>How dark the four corners of a face are because of what stands around it ("Ambient occlusion for Minecraft-like worlds", 0fps, 2013).</summary>
internal static class CornerShades
{
    // One entry for each set of the nine cells in front of a face.
    private static readonly uint[] Table = [.. Enumerable.Range(0, 512).Select(around => Of((uint)around))];

    /// <summary>The shades of the corners, where <see cref="FaceKey"/> has them.</summary>
    /// <param name="around">The nine cells in front of the face that are opaque: three rows of three bits, the middle one before the face itself.</param>
    public static uint At(uint around) => Table[around];

    private static uint Of(uint around)
    {
        var shades = 0u;
        for (var corner = 0; corner < 4; corner++)
        {
            var (row, column) = (FaceKey.IsHighRow(corner) ? 2 : 0, FaceKey.IsHighColumn(corner) ? 2 : 0);
            var (side, other, diagonal) = (Bit(around, row, 1), Bit(around, 1, column), Bit(around, row, column));
            var shade = side + other == 2 ? 0 : 3 - (side + other + diagonal);
            shades |= FaceKey.WithShade(corner, shade);
        }

        return shades;
    }

    private static uint Bit(uint around, int row, int column) => (around >> ((3 * row) + column)) & 1;
}
