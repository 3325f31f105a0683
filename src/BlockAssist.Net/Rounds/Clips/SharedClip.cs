using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Net.Rounds.Clips;

/// <summary>A clip that a peer offers to all, and what the hub found when it played it again.</summary>
/// <param name="Peer">Whose it is.</param>
/// <param name="File">Where it is.</param>
/// <param name="Goal">The hash of its goal.</param>
/// <param name="Scene">The digest of its goal and of the state in which it begins.</param>
/// <param name="Built">How many more cells stand as the goal has them.</param>
/// <param name="Acts">In how many acts.</param>
public sealed record SharedClip(PeerId Peer, BlobId File, Digest Goal, Digest Scene, int Built, int Acts)
{
    /// <summary>By which copies are found; null if too little was built to tell it from others.</summary>
    public PlayPrint? Print { get; init; }

    /// <summary>Cells an act: by which clips are compared.</summary>
    public double Progress => Acts < 1 ? 0 : (double)Built / Acts;
}
