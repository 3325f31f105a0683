using System.Buffers.Binary;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Clips;

/// <summary>Says what anybody's clip is worth, by playing it again and by nothing else.</summary>
internal static class ClipJudge
{
    private const string ScenePurpose = "swarm-scene/1";

    /// <summary>What a file is worth; null where it is no clip, one of a newer version, or too little comes of it.</summary>
    public static ClipWorth? WorthOf(string file)
    {
        try
        {
            return new FileInfo(file).Length <= ClipLimits.MostBytes && ClipWorth.Of(file) is { Built: >= ClipLimits.FewestBuilt } worth ? worth : null;
        }
        catch (Exception error) when (error is EpisodeFormatException or NewerVersionException)
        {
            return null;
        }
    }

    /// <summary>What a peer's clip is worth; null where it is none, or too little comes of it.</summary>
    public static SharedClip? Value(PeerId peer, BlobId blob, string file)
    {
        if (WorthOf(file) is not { } worth || !Digest.TryParse(worth.Goal, out var goal))
        {
            return null;
        }

        Span<byte> scene = stackalloc byte[Digest.Bytes + 16];
        goal.CopyTo(scene);
        BinaryPrimitives.WriteUInt128LittleEndian(scene[Digest.Bytes..], worth.Start);
        return new SharedClip(peer, blob, goal, Digest.Of(ScenePurpose, scene), worth.Built, worth.Acts) { Print = worth.Print };
    }
}
