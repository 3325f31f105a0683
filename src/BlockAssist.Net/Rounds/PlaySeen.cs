using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Net.Rounds;

/// <summary>A demonstration that a verifier was shown with a segment, and what it found when it played it again.</summary>
/// <param name="File">The digest of the episode's file.</param>
/// <param name="Builder">Which builder of it.</param>
/// <param name="Built">How many cells stand as the goal has them because of this builder.</param>
/// <param name="IsPersons">Whether it may be a person's play.</param>
/// <param name="Print">By which copies are found; null if too little was built to tell it from others.</param>
public sealed record PlaySeen(Digest File, int Builder, int Built, bool IsPersons, PlayPrint? Print)
{
    /// <summary>How many a finding names at most.</summary>
    public const int MostOfFinding = 64;
}
