using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>Collects and delivers what is contributed while a game is played, on a thread of its own. Nobody waits for it: what is not delivered when the game ends waits in the outbox.</summary>
internal sealed class DeliveringBeside : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    private readonly CommandContext _context;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;
    private bool _isDue = true;

    /// <summary>Begins.</summary>
    public DeliveringBeside(CommandContext context)
    {
        _context = context;
        _work = Task.Run(() => WorkAsync(_end.Token));
    }

    /// <summary>Ends, with the last session collected.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _work.ContinueWith(_ => { }, TaskScheduler.Default).Wait(LongestEnd);
        using var last = new CancellationTokenSource(LongestEnd);
        Task.Run(() => LookAsync(last.Token)).ContinueWith(_ => { }, TaskScheduler.Default).Wait(LongestEnd);
        _end.Dispose();
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await LookAsync(cancellation);
            await Task.Delay(BetweenLooks, _context.Surroundings.Clock, cancellation);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (Consent.In(_context.Home) is not { Records: true })
        {
            return;
        }

        try
        {
            using var outbox = new Outbox(ChainFolder.Of(_context.Home).Outbox);
            _isDue |= new Collector(_context).Collect(outbox) > 0;
            _isDue = _isDue && await Delivering.UnaskedAsync(_context, outbox, cancellation) is not null;
        }
        catch (Exception error) when (Failure.IsForeseen(error))
        {
            _context.Log.Debug("Contributions wait: {Trouble}", Failure.Of(error).Line);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // Nobody waits for it: a mistake in the program is told here or nowhere.
            _context.Log.Error(error, "Contributions wait");
        }
    }
}
