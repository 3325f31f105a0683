namespace BlockAssist.Net.Simulations.Learning;

/// <summary>How somebody trains a lease, or does not.</summary>
public enum TrainingManner
{
    /// <summary>As the recipe says.</summary>
    Honest,

    /// <summary>A share of the segments; the rest is made up.</summary>
    Partly,

    /// <summary>Nothing: all is made up, as well as that can be done of what is public.</summary>
    MadeUp,

    /// <summary>Nothing: the update is somebody else's.</summary>
    Copied,

    /// <summary>All steps, but from another model than the round begins with.</summary>
    Stale,

    /// <summary>All steps, on data that leads the other way.</summary>
    FlippedSigns,

    /// <summary>All steps, on data with some wrong labels.</summary>
    FlippedLabels,
}
