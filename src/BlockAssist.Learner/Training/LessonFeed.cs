using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Learner.Training;

/// <summary>Prepares the lessons of a stage ahead of time, on threads of its own.</summary>
/// <remarks>A few of them are in memory at any time, however much there is to learn from.</remarks>
public sealed class LessonFeed : IDisposable
{
    private const int Ahead = 4;

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<ILesson> _ready = Channel.CreateBounded<ILesson>(Ahead);
    private readonly Task _work;

    /// <summary>Begins to prepare.</summary>
    /// <param name="stage">What is learnt from, and how.</param>
    /// <param name="first">The first step.</param>
    /// <param name="end">The step after the last.</param>
    public LessonFeed(TrainingStage stage, int first, int end) => _work = Task.Run(() => PrepareAsync(stage, first, end));

    /// <summary>The next step's lesson.</summary>
    /// <exception cref="EpisodeFormatException">A demonstration is not what it was when it was counted.</exception>
    /// <exception cref="InvalidOperationException">There is none: that was the last step, or the feed is disposed of.</exception>
    public ILesson Next()
    {
        try
        {
            return _ready.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (ChannelClosedException closed)
        {
            // What went wrong is told as if it had happened here.
            ExceptionDispatchInfo.Throw(closed.InnerException ?? new InvalidOperationException("There is no further lesson."));
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

    private async Task PrepareAsync(TrainingStage stage, int first, int end)
    {
        try
        {
            for (var step = first; step < end; step++)
            {
                await _ready.Writer.WriteAsync(stage.Lessons.Prepare(step, stage.Options), _stop.Token);
            }

            _ready.Writer.Complete();
        }
        catch (OperationCanceledException)
        {
            _ready.Writer.Complete();
        }
        catch (Exception error)
        {
            // Whoever waits for the next lesson is told what went wrong with it.
            _ready.Writer.Complete(error);
        }
    }
}
