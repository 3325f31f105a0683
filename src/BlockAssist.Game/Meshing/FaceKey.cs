namespace BlockAssist.Game.Meshing;

/// <summary>What a face looks like: faces side by side that look alike are drawn as one.</summary>
/// <remarks>
/// Six bits a corner, of which four are light (15 for the open sky) and two shade (3 for bright); above them the texture.
/// Corners in the order low row and column; low row, high column; both high; high row, low column.
/// </remarks>
internal readonly record struct FaceKey(uint Bits)
{
    /// <summary>Four corners in the light of the open sky.</summary>
    public const uint FullLight = 15 | (15 << 6) | (15 << 12) | (15 << 18);

    private const uint FirstAndThird = 0x3F | (0x3F << 12);

    /// <summary>A face.</summary>
    /// <param name="layer">Its texture.</param>
    /// <param name="corners">Light and shades of its corners.</param>
    public FaceKey(TextureLayer layer, uint corners)
        : this(corners | ((uint)layer << 24))
    {
    }

    /// <summary>Whether a row of such faces is one long face.</summary>
    public bool IsEvenAlongRow => ((Bits ^ (Bits >> 6)) & FirstAndThird) == 0;

    /// <summary>Whether a column of such faces is one tall face.</summary>
    public bool IsEvenAlongColumn => (((Bits ^ (Bits >> 18)) | ((Bits >> 6) ^ (Bits >> 12))) & 0x3F) == 0;

    /// <summary>Whether the face is split from its second corner to its fourth: otherwise light would fall across the dark corner.</summary>
    public bool IsSplitOtherwise => Brightness(0) + Brightness(2) < Brightness(1) + Brightness(3);

    /// <summary>The texture.</summary>
    public uint Layer => Bits >> 24;

    /// <summary>Light and shade of a corner.</summary>
    public uint Corner(int corner) => (Bits >> (6 * corner)) & 0x3F;

    /// <summary>A shade where a corner has it.</summary>
    public static uint WithShade(int corner, uint shade) => shade << ((6 * corner) + 4);

    /// <summary>A light where a corner has it.</summary>
    public static uint WithLight(int corner, uint light) => light << (6 * corner);

    /// <summary>Whether a corner is on the far side of a face's row.</summary>
    public static bool IsHighRow(int corner) => corner >= 2;

    /// <summary>Whether a corner is at the far end of its row.</summary>
    public static bool IsHighColumn(int corner) => corner is 1 or 2;

    private uint Brightness(int corner) => (Corner(corner) & 15) + (4 * (Corner(corner) >> 4));
}
