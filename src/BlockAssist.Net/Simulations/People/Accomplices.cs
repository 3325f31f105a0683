using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.People;

/// <summary>What attackers know of each other, and what they have got of others.</summary>
/// <param name="draws">Their chance.</param>
internal sealed class Accomplices(Draws draws)
{
    private readonly HashSet<PeerId> _members = [];
    private readonly List<BlobId> _given = [];
    private List<BlobId> _revealed = [];
    private List<BlobId> _lastRound = [];
    private ulong _round;

    /// <summary>Takes somebody in.</summary>
    public void Add(PeerId peer) => _members.Add(peer);

    /// <summary>Whether somebody is one of them.</summary>
    public bool Has(PeerId peer) => _members.Contains(peer);

    /// <summary>A friend gives away its update before anybody may see it.</summary>
    public void Give(ulong round, BlobId update)
    {
        GoOnTo(round);
        _given.Add(update);
    }

    /// <summary>An update is shown to all.</summary>
    public void Note(ulong round, BlobId update)
    {
        GoOnTo(round);
        _revealed.Add(update);
    }

    /// <summary>An update to copy: a friend's of this round, or anybody's of the last one; null where there is none.</summary>
    public BlobId? ToCopy(ulong round)
    {
        GoOnTo(round);
        var found = _given.Count > 0 && draws.Happens(0.5) ? _given : _lastRound;
        return found.Count == 0 ? null : found[draws.OneOf(found.Count)];
    }

    private void GoOnTo(ulong round)
    {
        if (round > _round)
        {
            (_round, _lastRound, _revealed) = (round, _revealed, []);
            _given.Clear();
        }
    }
}
