using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds.Clips;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>Clips in a message, and back.</summary>
internal static class ClipParts
{
    public static Wire.SharedClip ToWire(this SharedClip clip) => new()
    {
        Peer = clip.Peer.ToWire(),
        File = clip.File.ToWire(),
        Goal = clip.Goal.ToWire(),
        Scene = clip.Scene.ToWire(),
        Built = (uint)clip.Built,
        Acts = (uint)clip.Acts,
        Print = clip.Print.ToWire(),
    };

    public static IReadOnlyList<SharedClip> ToClips(this IReadOnlyCollection<Wire.SharedClip> clips, int most) => [.. Bounded(clips, most).Select(ToClip)];

    public static IReadOnlyList<BlobId> ToOffer(this IReadOnlyCollection<ByteString> clips) =>
        clips.Count > 0 ? [.. Bounded(clips, ClipLimits.MostOfPeer).Select(clip => clip.ToBlob())] : throw new FormatException("an offer of nothing");

    private static SharedClip ToClip(Wire.SharedClip clip) =>
        new(clip.Peer.ToPeer(), clip.File.ToBlob(), clip.Goal.ToDigest(), clip.Scene.ToDigest(), clip.Built.ToCount(), clip.Acts.ToCount()) { Print = clip.Print.ToPrint() };

    private static IReadOnlyCollection<T> Bounded<T>(IReadOnlyCollection<T> clips, int most) =>
        clips.Count <= most ? clips : throw new FormatException($"{clips.Count} clips, expected {most} at most");
}
