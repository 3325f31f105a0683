using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;

namespace BlockAssist.Net.Hub;

/// <summary>A round at its hub: what was said to whom, and what the hub itself has still to do. Comes of the round's log alone.</summary>
internal sealed class HubRound
{
    /// <summary>How much a peer may say in a round besides what it was asked for; no more of it is put in the log.</summary>
    public const int MostWords = 100;

    private readonly SaidWords _said = new();
    private readonly Dictionary<PeerId, int> _words = [];
    private readonly HashSet<BlobId> _blobs;
    private readonly Dictionary<(PeerId Verifier, PeerId Trainer, int Segment), DateTimeOffset> _asked = [];

    /// <summary>A round that was just opened.</summary>
    /// <param name="opening">How.</param>
    /// <param name="earlier">The play of earlier rounds.</param>
    public HubRound(RoundOpening opening, EarlierPlay earlier)
    {
        (Opening, Round) = (opening, new Round(opening.Terms, opening.Roster, opening.Trust, earlier));
        IReadOnlyList<BlobId> models = [opening.Terms.Base, .. WorkOrder.OlderOf(opening)];
        _blobs = [new BlobId(opening.Terms.Recipe), .. models, .. models.Select(opening.MomentumOf).OfType<BlobId>()];
        _said.Add(null, HubMessages.Open(opening.Terms));
    }

    /// <summary>How it was opened.</summary>
    public RoundOpening Opening { get; }

    /// <summary>The round.</summary>
    public Round Round { get; }

    /// <summary>How many entries its log has.</summary>
    public int Entries { get; private set; } = 1;

    /// <summary>Whether its record is in the log.</summary>
    public bool IsRecorded { get; private set; }

    /// <summary>What the hub has still to do; null where it waits for others.</summary>
    public RoundCommand? Work { get; private set; }

    /// <summary>How much was said in it.</summary>
    public int Said => _said.Count;

    /// <summary>The blobs that it depends on.</summary>
    public IEnumerable<BlobId> Blobs => _blobs.Concat(Round.Clips);

    /// <summary>How much a peer has said besides what it was asked for.</summary>
    public int WordsOf(PeerId peer) => _words.GetValueOrDefault(peer);

    /// <summary>The round of a log; null if the log is none.</summary>
    /// <param name="log">The log.</param>
    /// <param name="hub">Who coordinates.</param>
    /// <param name="earlier">The play of earlier rounds.</param>
    public static HubRound? Of(IReadOnlyList<LogEntry> log, PeerId hub, EarlierPlay earlier)
    {
        if (log.Count == 0 || Envelope.OfLog(log[0].Envelope) is not { } first || HubNotes.ReadOpening(first.Body.Span, hub) is not { } opening)
        {
            return null;
        }

        var round = new HubRound(opening, earlier);
        foreach (var entry in log.Skip(1))
        {
            if (IsRecord(entry, hub))
            {
                round.NoteRecorded();
                continue;
            }

            round.Take(round.EventOf(entry, hub) ?? throw new InvalidDataException($"entry {round.Entries} of the log of round {opening.Terms.Number} cannot be read"));
        }

        return round;
    }

    /// <summary>Takes in what happened, once it is in the log.</summary>
    /// <returns>What came of it.</returns>
    public IReadOnlyList<RoundCommand> Take(RoundEvent happened)
    {
        var commands = Round.Handle(happened);
        Entries++;
        Work = Round.Stage switch
        {
            RoundStage.Screening or RoundStage.Merging or RoundStage.Gating => commands.LastOrDefault(command => command is Screen or Merge or Gate) ?? Work,
            _ => NextCase() ?? (RoundCommand?)Round.Unvalued,
        };
        foreach (var (to, message) in commands.SelectMany(HubMessages.Of))
        {
            _said.Add(to, message);
        }

        foreach (var ask in commands.OfType<AskToReplay>())
        {
            _asked.TryAdd((ask.Verifier, ask.Lease.Peer, ask.Segment), happened.At);
        }

        Note(happened, isRefused: commands.Any(command => command is Refuse));
        return commands;
    }

    /// <summary>How long after a replay was asked for its finding came; null where something else happened, or nobody asked.</summary>
    public TimeSpan? AfterAsking(RoundEvent happened) =>
        happened is Replayed replayed && _asked.TryGetValue((replayed.Verifier, replayed.Peer, replayed.Segment), out var asked) ? replayed.At - asked : null;

    /// <summary>What was said to a peer from a place on.</summary>
    public IEnumerable<Message> SaidTo(PeerId peer, int after) => _said.To(peer, after);

    /// <summary>To whom something was said from a place on; null for everybody.</summary>
    public IEnumerable<PeerId?> ListenersFrom(int place) => _said.ListenersFrom(place);

    /// <summary>Notes that its record is in the log.</summary>
    public void NoteRecorded()
    {
        IsRecorded = true;
        Entries++;
    }

    // One after the other: what is begun is ended first.
    private Judge? NextCase()
    {
        List<Judge> cases = [.. Round.Cases];
        return cases.Find(one => ReferenceEquals(one, Work)) ?? cases.FirstOrDefault();
    }

    // Evidence, findings and states that count were asked for; a blob is kept only if what names it counts.
    private void Note(RoundEvent happened, bool isRefused)
    {
        var (speaker, blob, isAnswer) = happened switch
        {
            LeaseAsked asked => (asked.Peer, null, false),
            Committed committed => (committed.Peer, committed.Commitment.Update, false),
            Revealed revealed => (revealed.Peer, null, false),
            EvidenceGiven given => (given.Peer, given.Evidence, true),
            Replayed replayed => (replayed.Verifier, null, true),
            StateShown shown => (shown.Peer, shown.State, true),
            ClipsOffered offered => (offered.Peer, null, false),
            Merged merged => (null, merged.Candidate, true),
            _ => ((PeerId?)null, (BlobId?)null, true),
        };
        if (speaker is { } peer && (isRefused || !isAnswer))
        {
            _words[peer] = WordsOf(peer) + 1;
        }

        if (blob is { } named && !isRefused)
        {
            _blobs.Add(named);
        }

        if (happened is Merged { Result.Momentum: { } momentum } && !isRefused)
        {
            _blobs.Add(momentum);
        }
    }

    private static bool IsRecord(LogEntry entry, PeerId hub) => Envelope.OfLog(entry.Envelope) is { } said && said.Sender == hub && said.Kind == MessageKinds.CloseRound;

    private RoundEvent? EventOf(LogEntry entry, PeerId hub) => Envelope.OfLog(entry.Envelope) is not { } said ? null
        : said.Sender == hub && HubNotes.Read(said.Kind, entry.At, Opening.Secret, said.Body.Span) is { } note ? note
        : PeerMessages.Read(said.Kind, said.Sender, entry.At, said.Body.Span);
}
