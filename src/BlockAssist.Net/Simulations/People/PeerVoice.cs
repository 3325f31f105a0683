using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.Lines;

namespace BlockAssist.Net.Simulations.People;

/// <summary>What a peer says to the hub, one after the other, and again until there is an answer; nothing leaves while it is away.</summary>
/// <param name="world">Where it lives.</param>
/// <param name="line">Its line.</param>
/// <param name="writer">Signs what it says.</param>
internal sealed class PeerVoice(World world, Line line, EnvelopeWriter writer)
{
    private const long AnswerBytes = 200;

    private readonly Queue<(ulong Round, Message Message, Action<Answer> Done)> _waiting = [];
    private bool _isSending;
    private bool _isAway = true;
    private int _failures;

    /// <summary>Says something.</summary>
    /// <param name="round">In which round.</param>
    /// <param name="message">What.</param>
    /// <param name="done">Told the hub's answer.</param>
    public void Tell(ulong round, Message message, Action<Answer> done)
    {
        _waiting.Enqueue((round, message, done));
        Go();
    }

    /// <summary>Sends a blob, then something follows.</summary>
    public void Send(string kind, SimulatedBlob blob, Action done) => Send(kind, blob, done, failures: 0);

    /// <summary>The peer is there again.</summary>
    public void Open()
    {
        _isAway = false;
        Go();
    }

    /// <summary>The peer goes away.</summary>
    public void Close() => _isAway = true;

    private void Send(string kind, SimulatedBlob blob, Action done, int failures)
    {
        var (isLost, takes) = (_isAway || line.Fails(), line.Up(blob.Bytes));
        if (isLost)
        {
            world.Time.After(line.RetryAfter(failures + 1), () => Send(kind, blob, done, failures + 1));
            return;
        }

        world.Traffic.Up(kind, blob.Bytes);
        world.Time.After(takes, () =>
        {
            world.Hub.Keep(blob.Id);
            done();
        });
    }

    private void Go()
    {
        if (_isSending || _isAway || !_waiting.TryPeek(out var next))
        {
            return;
        }

        _isSending = true;
        var envelope = writer.Write(next.Message.Kind, next.Round, next.Message.Body.Span);
        world.Traffic.Up(KindNames.Of(next.Message.Kind), envelope.Length);
        if (line.Fails())
        {
            TryAgain();
            return;
        }

        world.Time.After(line.Up(envelope.Length), () => Arrive(envelope));
    }

    private void Arrive(byte[] envelope)
    {
        if (world.Hub.Tell(envelope) is not { } answer || line.Fails())
        {
            TryAgain();
            return;
        }

        world.Time.After(line.Down(AnswerBytes), () =>
        {
            var (_, _, done) = _waiting.Dequeue();
            (_isSending, _failures) = (false, 0);
            done(answer);
            Go();
        });
    }

    private void TryAgain() => world.Time.After(line.RetryAfter(++_failures), () =>
    {
        _isSending = false;
        Go();
    });
}
