using BlockAssist.Game.World;

namespace BlockAssist.Game.Sound;

/// <summary>Which materials sound alike.</summary>
public static class MaterialFamilies
{
    /// <summary>How many families there are.</summary>
    public const int Count = (int)MaterialFamily.Leaves + 1;

    /// <summary>The family of a material.</summary>
    public static MaterialFamily Of(Material material) => material switch
    {
        Material.Log or Material.Planks => MaterialFamily.Wood,
        Material.Dirt or Material.Sand => MaterialFamily.Earth,
        Material.Glass => MaterialFamily.Glass,
        Material.Wool => MaterialFamily.Cloth,
        Material.Leaves => MaterialFamily.Leaves,
        _ => MaterialFamily.Stone,
    };
}
