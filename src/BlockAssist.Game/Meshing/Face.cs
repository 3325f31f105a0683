namespace BlockAssist.Game.Meshing;

/// <summary>Which way a face looks; the numbers are those that shaders know.</summary>
public enum Face
{
    /// <summary>East.</summary>
    PosX,

    /// <summary>West.</summary>
    NegX,

    /// <summary>Up.</summary>
    PosY,

    /// <summary>Down.</summary>
    NegY,

    /// <summary>South.</summary>
    PosZ,

    /// <summary>North.</summary>
    NegZ,
}
