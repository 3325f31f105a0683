namespace BlockAssist.Simulation.Policies;

/// <summary>From which side a builder goes through a house, if it builds it part by part to the full height.</summary>
public enum Sweep
{
    /// <summary>From none: all of it at once, from below upwards.</summary>
    None,

    /// <summary>Towards larger x.</summary>
    PosX,

    /// <summary>Towards smaller x.</summary>
    NegX,

    /// <summary>Towards larger z.</summary>
    PosZ,

    /// <summary>Towards smaller z.</summary>
    NegZ,
}
