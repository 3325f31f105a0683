using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>What somebody may build of: any block that can be placed, dirt excepted.</summary>
internal static class AnyMaterial
{
    /// <summary>One of them.</summary>
    public static Block Draw(SeededRandom random) => Palette.Placeable[random.Next(1, Palette.Placeable.Length)];
}
