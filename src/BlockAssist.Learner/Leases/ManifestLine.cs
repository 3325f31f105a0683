namespace BlockAssist.Learner.Leases;

/// <summary>A demonstration, as a manifest tells of it.</summary>
/// <param name="File">The hash of the episode's file.</param>
/// <param name="Builder">Which builder of it.</param>
/// <param name="Turns">How many turns that one had.</param>
public readonly record struct ManifestLine(string File, byte Builder, int Turns);
