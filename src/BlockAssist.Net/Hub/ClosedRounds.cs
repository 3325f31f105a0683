using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;

namespace BlockAssist.Net.Hub;

/// <summary>What came of earlier rounds, for peers that were not there when those were closed.</summary>
/// <param name="hub">Who coordinates.</param>
/// <param name="log">The logs of the rounds.</param>
internal sealed class ClosedRounds(PeerId hub, IRoundLog log)
{
    private const int Kept = 32;

    private readonly Queue<(ulong Round, Message Close)> _kept = [];

    /// <summary>What was said when a round was closed; null if it is open, or there was none.</summary>
    public async Task<Message?> CloseOfAsync(ulong round, CancellationToken cancellation)
    {
        foreach (var known in _kept)
        {
            if (known.Round == round)
            {
                return known.Close;
            }
        }

        // As it was said, and not what another version of the program would make of the log.
        var close = await log.LastAsync(round, cancellation).ConfigureAwait(false) is { } entry && Envelope.OfLog(entry.Envelope) is { } last && last.Sender == hub && last.Kind == MessageKinds.CloseRound
            ? new Message(last.Kind, last.Body)
            : null;
        if (close is not null)
        {
            Keep(round, close);
        }

        return close;
    }

    private void Keep(ulong round, Message close)
    {
        if (_kept.Count == Kept)
        {
            _kept.Dequeue();
        }

        _kept.Enqueue((round, close));
    }
}
