namespace BlockAssist.Simulation.Building;

/// <summary>What a whole search for click points finds: MBAG's candidates.</summary>
/// <param name="Count">How many pairs of a standing place and a point seen from there.</param>
/// <param name="Places">From how many standing places a point is seen.</param>
/// <param name="Sum">The sum of the points of all pairs.</param>
internal readonly record struct SeenPoints(int Count, int Places, Location Sum)
{
    /// <summary>What two searches find together, from different places.</summary>
    public static SeenPoints operator +(SeenPoints a, SeenPoints b) =>
        new(a.Count + b.Count, a.Places + b.Places, new Location(a.Sum.X + b.Sum.X, a.Sum.Y + b.Sum.Y, a.Sum.Z + b.Sum.Z));
}
