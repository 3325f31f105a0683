namespace BlockAssist.Game.World;

/// <summary>What materials have in common.</summary>
public static class Materials
{
    /// <summary>The most kinds of material: one instruction looks sixteen of them up.</summary>
    public const int Most = 16;

    /// <summary>How many kinds there are.</summary>
    public const int Count = (int)Material.Gravel + 1;

    /// <summary>Whether nothing is seen through it, and no light comes through.</summary>
    public static bool IsOpaque(this Material material) => material is not (Material.Air or Material.Glass or Material.Water);

    /// <summary>Whether one bumps into it.</summary>
    public static bool IsSolid(this Material material) => material is not (Material.Air or Material.Water);
}
