using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Net.Rounds;

/// <summary>Tells which of the play that verifiers were shown is a person's and new.</summary>
/// <remarks>What nobody had before, in the order in which peers committed: who copies what another shows in the same round came later.</remarks>
/// <param name="known">The prints of all that was counted before.</param>
internal sealed class NewPlay(IEnumerable<PlayPrint> known)
{
    /// <summary>How much a peer may bring in a round.</summary>
    public const int MostOfPeer = 3;

    private readonly List<PlayPrint> _known = [.. known];

    /// <summary>What is new; of each peer what was built most.</summary>
    public IReadOnlyList<CountedPlay> Of(IEnumerable<Participant> participants)
    {
        var counted = new List<CountedPlay>();
        foreach (var one in participants.OrderBy(one => one.Place))
        {
            var shown = one.Checks.Values.SelectMany(check => check.Play).Where(play => play is { IsPersons: true, Built: > 0, Print: not null });
            var isNew = shown.OrderByDescending(play => play.Built).ThenBy(play => play.File.ToString(), StringComparer.Ordinal).ThenBy(play => play.Builder).Where(TakeIn).Take(MostOfPeer);
            counted.AddRange(isNew.Select(play => new CountedPlay(one.Lease.Peer, play)));
        }

        return counted;
    }

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
