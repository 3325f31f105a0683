namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>How grass comes under a structure.</summary>
public enum GrassMode
{
    /// <summary>Grass fills the empty cells of the bottom layer.</summary>
    Surround,

    /// <summary>Grass replaces the bottom layer.</summary>
    Replace,

    /// <summary>A layer of grass is added below; the structure may be one layer less high than the room.</summary>
    Concatenate,
}
