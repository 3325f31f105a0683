namespace BlockAssist.Learner.Leases;

/// <summary>A demonstration that a verifier was shown, and what it found when it played it again.</summary>
/// <param name="File">The hash of the episode's file.</param>
/// <param name="Builder">Which builder of it.</param>
/// <param name="Built">How many cells stand as the goal has them because of this builder.</param>
/// <param name="Print">The bytes of its print, by which copies are found; nothing if too little was built.</param>
/// <param name="Complaint">Why it is no person's play; null if it may be one's.</param>
public sealed record SeenPlay(string File, int Builder, int Built, byte[] Print, string? Complaint);
