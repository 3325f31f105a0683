using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Links;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>Asks the hub where its swarm is: seldom, and not for long. Where the node's keys need a passphrase it is not asked.</summary>
/// <param name="home">The home.</param>
/// <param name="clock">The clock.</param>
internal sealed class HubSource(NodeHome home, TimeProvider clock)
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PageWaits = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task<OpenRound?> _answer = Task.FromResult<OpenRound?>(null);
    private OpenRound? _known;
    private long? _asked;

    /// <summary>The round that is open or next, as the hub said last; null where it does not say. A hub that is slow keeps no page waiting.</summary>
    public async Task<OpenRound?> AskAsync(CancellationToken cancellation)
    {
        Task<OpenRound?> answer;
        lock (_lock)
        {
            if (_answer.IsCompleted && (_asked is not { } asked || clock.GetElapsedTime(asked) > BetweenQuestions))
            {
                (_asked, _answer) = (clock.GetTimestamp(), AnswerAsync());
            }

            answer = _answer;
        }

        var first = await Task.WhenAny(answer, Task.Delay(PageWaits, clock, cancellation));
        lock (_lock)
        {
            _known = first == answer ? answer.Result : _known;
            return _known;
        }
    }

    private async Task<OpenRound?> AnswerAsync()
    {
        // Whoever asks holds a lock until here.
        await Task.Yield();
        using var end = new CancellationTokenSource(Patience, clock);
        try
        {
            var settings = SwarmFolder.Of(home).Settings();
            using var keys = NodeKeys.TryOpen(home);
            if (keys is null)
            {
                return null;
            }

            var address = settings.Own is { } own ? own.Here(keys.Identity.Id) : SwarmAddress.Parse(settings.Hub!);
            var welcome = await SwarmView.AskAsync(address, keys.Identity, clock, end.Token);
            return new OpenRound(welcome.Round, $"{welcome.Stage}", $"{welcome.Base}");
        }
        catch (Exception error) when (Faults.IsOfFiles(error) || error is OperationCanceledException)
        {
            return null;
        }
    }
}
