namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>The shapes of a roof.</summary>
internal enum RoofKind
{
    /// <summary>A flat slab.</summary>
    Flat,

    /// <summary>A flat slab with a rim around it.</summary>
    Parapet,

    /// <summary>A ridge from west to east.</summary>
    GableX,

    /// <summary>A ridge from north to south.</summary>
    GableZ,

    /// <summary>Every wing with its own ridge.</summary>
    CrossGable,

    /// <summary>Rising from all sides: a pyramid over a square.</summary>
    Hip,

    /// <summary>Rising from one side to the other.</summary>
    Shed,

    /// <summary>Steep below, shallow above.</summary>
    Gambrel,

    /// <summary>Round.</summary>
    Dome,

    /// <summary>Only a rim: open to the sky in the middle.</summary>
    Ring,
}

/// <summary>The roof of a house.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="MaxRise">How many blocks it may rise above its lowest ones.</param>
/// <param name="Shallow">Rises one block for every two instead of for every one.</param>
/// <param name="Overhang">Reaches one block beyond the walls.</param>
/// <param name="Solid">Filled with roof blocks instead of hollow; a flat one is two blocks thick.</param>
/// <param name="Battlements">A parapet has gaps.</param>
internal sealed record RoofPlan(RoofKind Kind, int MaxRise, bool Shallow, bool Overhang, bool Solid, bool Battlements);
