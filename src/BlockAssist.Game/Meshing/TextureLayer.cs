using BlockAssist.Game.World;

namespace BlockAssist.Game.Meshing;

/// <summary>The pictures that faces are painted with: layers of one array.</summary>
public enum TextureLayer : byte
{
    /// <summary>Bedrock.</summary>
    Bedrock,

    /// <summary>Dirt without grass.</summary>
    Dirt,

    /// <summary>Dirt with grass hanging over its edge.</summary>
    GrassSide,

    /// <summary>Grass from above.</summary>
    GrassTop,

    /// <summary>Cobblestone.</summary>
    Cobblestone,

    /// <summary>Glass.</summary>
    Glass,

    /// <summary>Bark.</summary>
    LogSide,

    /// <summary>The rings of a trunk.</summary>
    LogTop,

    /// <summary>Planks.</summary>
    Planks,

    /// <summary>Stone.</summary>
    Stone,

    /// <summary>Stone bricks.</summary>
    StoneBrick,

    /// <summary>Wool.</summary>
    Wool,

    /// <summary>Sand.</summary>
    Sand,

    /// <summary>Water.</summary>
    Water,

    /// <summary>Leaves.</summary>
    Leaves,

    /// <summary>Gravel.</summary>
    Gravel,
}

/// <summary>Which picture is on which side of a material.</summary>
internal static class TextureLayers
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)TextureLayer.Gravel + 1;

    private static readonly TextureLayer[] Table =
    [
        .. from material in Enumerable.Range(0, Materials.Count)
           from face in Enum.GetValues<Face>()
           from isCovered in (bool[])[false, true]
           select material == 0 ? default : Choose((Material)material, face, isCovered),
    ];

    /// <summary>The picture of a face.</summary>
    /// <param name="material">Whose face it is; not air.</param>
    /// <param name="face">Which face.</param>
    /// <param name="isCovered">Whether something opaque is above the cell.</param>
    public static TextureLayer Of(Material material, Face face, bool isCovered) => Table[(12 * (int)material) + (2 * (int)face) + (isCovered ? 1 : 0)];

    private static TextureLayer Choose(Material material, Face face, bool isCovered) => material switch
    {
        Material.Bedrock => TextureLayer.Bedrock,
        Material.Dirt when face == Face.PosY => TextureLayer.GrassTop,
        Material.Dirt when face == Face.NegY || isCovered => TextureLayer.Dirt,
        Material.Dirt => TextureLayer.GrassSide,
        Material.Cobblestone => TextureLayer.Cobblestone,
        Material.Glass => TextureLayer.Glass,
        Material.Log => face is Face.PosY or Face.NegY ? TextureLayer.LogTop : TextureLayer.LogSide,
        Material.Planks => TextureLayer.Planks,
        Material.Stone => TextureLayer.Stone,
        Material.StoneBrick => TextureLayer.StoneBrick,
        Material.Wool => TextureLayer.Wool,
        Material.Sand => TextureLayer.Sand,
        Material.Water => TextureLayer.Water,
        Material.Leaves => TextureLayer.Leaves,
        Material.Gravel => TextureLayer.Gravel,
        _ => throw new ArgumentOutOfRangeException(nameof(material), material, "Nothing is painted on it."),
    };
}
