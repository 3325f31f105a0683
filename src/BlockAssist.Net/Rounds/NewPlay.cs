using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Net.Rounds;

/// <summary>Tells which of the play that verifiers were shown is a person's and new.</summary>
/// <remarks>
/// What nobody had before, in the order in which peers committed: who copies what another shows in the same round came later. Nor is a clip new
/// for anybody but whose it is, who may learn from it and show it as all may.
/// </remarks>
/// <param name="earlier">The play of earlier rounds.</param>
internal sealed class NewPlay(EarlierPlay earlier)
{
    /// <summary>How much a peer may bring in a round.</summary>
    public const int MostOfPeer = 3;

    private readonly List<PlayPrint> _known = [.. earlier.Counted];
    private readonly ILookup<Digest, PeerId> _files = earlier.Clips.ToLookup(clip => clip.File.Digest, clip => clip.Peer);
    private readonly List<SharedClip> _printed = [.. earlier.Clips.Where(clip => clip.Print is not null)];

    /// <summary>What is new; of each peer what was built most.</summary>
    public IReadOnlyList<CountedPlay> Of(IEnumerable<Participant> participants)
    {
        var counted = new List<CountedPlay>();
        foreach (var one in participants.OrderBy(one => one.Place))
        {
            var shown = one.Checks.Values.SelectMany(check => check.Play).Where(play => play is { IsPersons: true, Built: > 0, Print: not null });
            var isNew = shown.OrderByDescending(play => play.Built).ThenBy(play => play.File.ToString(), StringComparer.Ordinal).ThenBy(play => play.Builder).Where(play => !IsClipOfOther(play, one.Lease.Peer) && TakeIn(play)).Take(MostOfPeer);
            counted.AddRange(isNew.Select(play => new CountedPlay(one.Lease.Peer, play)));
        }

        return counted;
    }

    private bool IsClipOfOther(PlaySeen play, PeerId peer) =>
        _files[play.File].Any(owner => owner != peer) || _printed.Exists(clip => clip.Peer != peer && clip.Print!.Likeness(play.Print!) >= PlayPrint.Copy);

    private bool TakeIn(PlaySeen play)
    {
        if (_known.Exists(print => print.Likeness(play.Print!) >= PlayPrint.Copy))
        {
            return false;
        }

        _known.Add(play.Print!);
        return true;
    }
}
