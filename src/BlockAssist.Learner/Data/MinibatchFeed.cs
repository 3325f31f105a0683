using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Learner.Data;

/// <summary>Prepares the minibatches of a training ahead of time, on threads of its own.</summary>
/// <remarks>A few of them are in memory at any time, however much there is to learn from.</remarks>
public sealed class MinibatchFeed : IDisposable
{
    private const int Ahead = 4;

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<Minibatch> _ready = Channel.CreateBounded<Minibatch>(Ahead);
    private readonly Task _work;

    /// <summary>Begins to prepare.</summary>
    /// <param name="plan">What is shown in which step.</param>
    /// <param name="first">The first step.</param>
    /// <param name="end">The step after the last.</param>
    public MinibatchFeed(WindowPlan plan, int first, int end) => _work = Task.Run(() => PrepareAsync(plan, first, end));

    /// <summary>The next step's minibatch.</summary>
    /// <exception cref="EpisodeFormatException">A demonstration is not what it was when it was counted.</exception>
    /// <exception cref="InvalidOperationException">There is none: that was the last step, or the feed is disposed of.</exception>
    public Minibatch Next()
    {
        try
        {
            return _ready.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (ChannelClosedException closed)
        {
            // What went wrong is told as if it had happened here.
            ExceptionDispatchInfo.Throw(closed.InnerException ?? new InvalidOperationException("There is no further minibatch."));
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _work.Wait();
        _stop.Dispose();
    }

    private async Task PrepareAsync(WindowPlan plan, int first, int end)
    {
        try
        {
            for (var step = first; step < end; step++)
            {
                await _ready.Writer.WriteAsync(Minibatch.Load(plan.Of(step), plan.Length), _stop.Token);
            }

            _ready.Writer.Complete();
        }
        catch (OperationCanceledException)
        {
            _ready.Writer.Complete();
        }
        catch (Exception error)
        {
            // Whoever waits for the next minibatch is told what went wrong with it.
            _ready.Writer.Complete(error);
        }
    }
}
