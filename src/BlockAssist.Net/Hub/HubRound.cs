using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Hub;

/// <summary>A round at its hub: what was said to whom, and what the hub itself has still to do. Comes of the round's log alone.</summary>
internal sealed class HubRound
{
    private readonly List<(PeerId? To, Message Message)> _said = [];

    /// <summary>A round that was just opened.</summary>
    public HubRound(RoundOpening opening)
    {
        (Opening, Round) = (opening, new Round(opening.Terms, opening.Roster));
        _said.Add((null, HubMessages.Open(opening.Terms)));
    }

    /// <summary>How it was opened.</summary>
    public RoundOpening Opening { get; }

    /// <summary>The round.</summary>
    public Round Round { get; }

    /// <summary>How many entries its log has.</summary>
    public int Entries { get; private set; } = 1;

    /// <summary>What the hub has still to do; null where it waits for others.</summary>
    public RoundCommand? Work { get; private set; }

    /// <summary>How much was said in it.</summary>
    public int Said => _said.Count;

    /// <summary>The round of a log; null if the log is none.</summary>
    public static HubRound? Of(IReadOnlyList<LogEntry> log, PeerId hub)
    {
        if (log.Count == 0 || Envelope.OfLog(log[0].Envelope) is not { } first || HubNotes.ReadOpening(first.Body.Span, hub) is not { } opening)
        {
            return null;
        }

        var round = new HubRound(opening);
        foreach (var entry in log.Skip(1))
        {
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
        Work = Round.Stage is RoundStage.Screening or RoundStage.Merging or RoundStage.Gating
            ? commands.LastOrDefault(command => command is Screen or Merge or Gate) ?? Work
            : null;
        _said.AddRange(commands.SelectMany(HubMessages.Of));
        return commands;
    }

    /// <summary>What was said to a peer from a place on.</summary>
    public IEnumerable<Message> SaidTo(PeerId peer, int after) =>
        _said.Skip(after).Where(said => said.To is null || said.To == peer).Select(said => said.Message);

    private RoundEvent? EventOf(LogEntry entry, PeerId hub) => Envelope.OfLog(entry.Envelope) is not { } said ? null
        : said.Sender == hub && HubNotes.Read(said.Kind, entry.At, Opening.Secret, said.Body.Span) is { } note ? note
        : PeerMessages.Read(said.Kind, said.Sender, entry.At, said.Body.Span);
}
