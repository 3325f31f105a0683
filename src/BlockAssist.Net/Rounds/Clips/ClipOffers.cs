using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds.Clips;

/// <summary>The clips that peers offer in a round, in the order in which they did, and which of them are worth something.</summary>
/// <param name="earlier">The clips of earlier rounds: whoever offers one of them again brings nothing new.</param>
internal sealed class ClipOffers(IReadOnlyList<SharedClip> earlier)
{
    private readonly List<Value> _offers = [];
    private readonly Dictionary<PeerId, IReadOnlyList<SharedClip>> _valued = [];

    /// <summary>What is to be valued next; null if nothing is.</summary>
    public Value? Next => _offers.Find(offer => !_valued.ContainsKey(offer.Peer));

    /// <summary>The clips that may still come to be named.</summary>
    public IEnumerable<BlobId> Open =>
        _offers.SelectMany(offer => _valued.TryGetValue(offer.Peer, out var sound) ? sound.Select(clip => clip.File) : offer.Clips);

    /// <summary>Takes an offer.</summary>
    /// <returns>Why it does not count; null if it does.</returns>
    public RoundRefusal? Take(ClipsOffered offered)
    {
        if (_offers.Find(one => one.Peer == offered.Peer) is { } before)
        {
            return before.Clips.SequenceEqual(offered.Clips) ? null : RoundRefusal.Contradiction;
        }

        if (_offers.Count >= ClipLimits.MostPeers)
        {
            return RoundRefusal.Full;
        }

        _offers.Add(new Value(offered.Peer, offered.Clips));
        return null;
    }

    /// <summary>Takes in what a peer's clips are worth; those that are not named are worth nothing.</summary>
    public void Take(ClipsValued valued)
    {
        if (_offers.Find(one => one.Peer == valued.Peer) is { } offer)
        {
            IReadOnlyList<SharedClip> sound = [.. valued.Clips.Where(clip => clip.Peer == offer.Peer && clip.Built >= ClipLimits.FewestBuilt && offer.Clips.Contains(clip.File))];
            _valued.TryAdd(offer.Peer, sound);
        }
    }

    /// <summary>The best: each once, and whose it was first.</summary>
    public IReadOnlyList<SharedClip> Best()
    {
        var (files, scenes) = (earlier.Select(clip => clip.File).ToHashSet(), earlier.Select(clip => clip.Scene).ToHashSet());
        var isNew = _offers.SelectMany(offer => _valued.GetValueOrDefault(offer.Peer) ?? []).Where(clip => files.Add(clip.File) & scenes.Add(clip.Scene));
        return [.. InOrder(isNew.GroupBy(clip => clip.Peer).SelectMany(clips => InOrder(clips).Take(ClipLimits.MostOfPeerInRecord))).Take(ClipLimits.MostOfRecord)];
    }

    private static IEnumerable<SharedClip> InOrder(IEnumerable<SharedClip> clips) =>
        clips.OrderByDescending(clip => clip.Progress).ThenBy(clip => clip.File.ToString(), StringComparer.Ordinal);
}
