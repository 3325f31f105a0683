namespace BlockAssist.Simulation.Episodes;

/// <summary>Where a replay came to another state than the recording.</summary>
/// <param name="AfterStep">How many steps were made when it was noticed; it happened after the last hash that matched.</param>
/// <param name="What">What differs.</param>
public sealed record ReplayMismatch(int AfterStep, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"after step {AfterStep}: {What}";
}
