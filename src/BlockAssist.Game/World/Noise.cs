namespace BlockAssist.Game.World;

/// <summary>Smooth chance: the same numbers for the same seed on every machine.</summary>
/// <remarks>Value noise (Perlin's lattice of 1985 with values instead of slopes), from 0 to 1.</remarks>
internal static class Noise
{
    /// <summary>A number for a point of a plane.</summary>
    public static float At(float x, float z, uint seed)
    {
        var (column, row) = ((int)MathF.Floor(x), (int)MathF.Floor(z));
        var (u, v) = (Smooth(x - column), Smooth(z - row));
        var near = Between(Lattice(column, row, seed), Lattice(column + 1, row, seed), u);
        var far = Between(Lattice(column, row + 1, seed), Lattice(column + 1, row + 1, seed), u);
        return Between(near, far, v);
    }

    /// <summary>A number for a point of a lattice, with nothing to do with its neighbours'.</summary>
    public static float Lattice(int x, int z, uint seed)
    {
        var mixed = unchecked(((uint)x * 374761393u) + ((uint)z * 668265263u) + (seed * 2246822519u));
        mixed = unchecked((mixed ^ (mixed >> 13)) * 1274126177u);
        mixed = unchecked((mixed ^ (mixed >> 16)) * 2654435769u);
        return (mixed >> 8) / (float)(1 << 24);
    }

    private static float Smooth(float t) => t * t * (3 - (2 * t));

    private static float Between(float a, float b, float t) => a + ((b - a) * t);
}
