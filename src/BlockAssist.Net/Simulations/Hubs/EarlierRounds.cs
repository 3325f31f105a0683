using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Simulations.Hubs;

/// <summary>A swarm that has been going on for a while: a first round in the log that knows peers by name, in which nobody took part.</summary>
internal static class EarlierRounds
{
    /// <summary>Writes it.</summary>
    /// <param name="log">The log.</param>
    /// <param name="options">What the coordinator goes by.</param>
    /// <param name="writer">Signs what the hub notes.</param>
    /// <param name="hub">Who coordinates.</param>
    /// <param name="names">In how many rounds the work of each peer was verified.</param>
    /// <param name="end">When the round is over.</param>
    public static void Write(IRoundLog log, CoordinatorOptions options, EnvelopeWriter writer, PeerId hub, IReadOnlyDictionary<PeerId, int> names, DateTimeOffset end)
    {
        const ulong First = 1;
        var secret = options.Secret(First);
        var opens = end - (2 * options.Plan.Training);
        var roster = new Roster { VerifiedRounds = names, Verifiers = options.Verifiers(), Coordinator = hub };
        var opening = new RoundOpening(options.Plan.TermsOf(First, options.Genesis, secret, opens), secret, roster, [options.Genesis.Base]) { Trust = options.Trust };
        var place = 0;
        Note(HubNotes.Of(opening), opens);

        // Nobody commits: it is extended once, and closed.
        Note(HubNotes.Of(new TimePassed(default))!, end - options.Plan.Training);
        Note(HubNotes.Of(new TimePassed(default))!, end);

        void Note(Message note, DateTimeOffset at) =>
            log.AppendAsync(First, place++, new LogEntry(at, writer.Write(note.Kind, First, note.Body.Span)), CancellationToken.None).GetAwaiter().GetResult();
    }
}
