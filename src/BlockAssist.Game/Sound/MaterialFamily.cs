namespace BlockAssist.Game.Sound;

/// <summary>Materials that sound alike.</summary>
public enum MaterialFamily
{
    /// <summary>Stone in all its forms, and gravel.</summary>
    Stone,

    /// <summary>Logs and planks.</summary>
    Wood,

    /// <summary>Dirt and sand.</summary>
    Earth,

    /// <summary>Glass.</summary>
    Glass,

    /// <summary>Wool.</summary>
    Cloth,

    /// <summary>Leaves.</summary>
    Leaves,
}
