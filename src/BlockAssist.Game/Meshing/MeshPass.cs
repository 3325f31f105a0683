namespace BlockAssist.Game.Meshing;

/// <summary>When faces are drawn, since not all are seen through alike.</summary>
public enum MeshPass
{
    /// <summary>First: opaque faces.</summary>
    Solid,

    /// <summary>Then faces with holes: the frames of glass.</summary>
    Glass,

    /// <summary>Last: water, blended over the rest.</summary>
    Water,
}
