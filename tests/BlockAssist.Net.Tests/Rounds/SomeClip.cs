using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds.Clips;

namespace BlockAssist.Net.Tests.Rounds;

/// <summary>Clips as a hub may find them.</summary>
internal static class SomeClip
{
    /// <summary>The file of a clip: another one for each number.</summary>
    public static BlobId File(int number) => BlobId.Of([.. "clip "u8, .. BitConverter.GetBytes(number)]);

    /// <summary>A clip of a peer: of another scene, and by another play, for each number.</summary>
    public static SharedClip Of(PeerId peer, int number, int built = 10, int acts = 100) =>
        new(peer, File(number), Digest.Of("test/goal/", [1]), Digest.Of("test/scene/", BitConverter.GetBytes(number)), built, acts) { Print = SomePlay.Of(number).Print };
}
