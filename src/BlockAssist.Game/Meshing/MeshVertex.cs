namespace BlockAssist.Game.Meshing;

/// <summary>A corner of a face in four bytes, as the shaders unpack it.</summary>
/// <remarks>From the lowest bit: x, y, z in the section, five bits each; three bits of <see cref="Face"/>; four of light, two of shade; eight of texture.</remarks>
public static class MeshVertex
{
    /// <summary>Packs a corner.</summary>
    /// <param name="x">0 to 16.</param>
    /// <param name="y">0 to 16.</param>
    /// <param name="z">0 to 16.</param>
    /// <param name="face">Which way the face looks.</param>
    /// <param name="corner">Four bits of light, then two of shade.</param>
    /// <param name="layer">The texture.</param>
    public static uint Pack(int x, int y, int z, Face face, uint corner, uint layer) =>
        (uint)x | ((uint)y << 5) | ((uint)z << 10) | ((uint)face << 15) | (corner << 18) | (layer << 24);

    /// <summary>Where a corner is.</summary>
    public static (int X, int Y, int Z) PlaceOf(uint vertex) => ((int)(vertex & 31), (int)((vertex >> 5) & 31), (int)((vertex >> 10) & 31));

    /// <summary>Which way its face looks.</summary>
    public static Face FaceOf(uint vertex) => (Face)((vertex >> 15) & 7);

    /// <summary>Its light, 0 to 15.</summary>
    public static int LightOf(uint vertex) => (int)((vertex >> 18) & 15);

    /// <summary>Its shade, 0 to 3 for bright.</summary>
    public static int ShadeOf(uint vertex) => (int)((vertex >> 22) & 3);

    /// <summary>Its texture.</summary>
    public static TextureLayer LayerOf(uint vertex) => (TextureLayer)(vertex >> 24);
}
