namespace BlockAssist.Game.Pictures;

/// <summary>The corner of a box that is nearest to whoever looks at it.</summary>
public enum ViewCorner
{
    /// <summary>The corner at +x, +z: shows the east and south sides.</summary>
    SouthEast,

    /// <summary>The corner at −x, +z: shows the south and west sides.</summary>
    SouthWest,

    /// <summary>The corner at −x, −z: shows the west and north sides.</summary>
    NorthWest,

    /// <summary>The corner at +x, −z: shows the north and east sides.</summary>
    NorthEast,
}
