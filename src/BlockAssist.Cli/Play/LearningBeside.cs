using System.Collections.Concurrent;
using System.Text.Json;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using BlockAssist.Game.Play;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Play;

/// <summary>Lets the assistant learn from its player beside the game: by <c>train personal</c>, in a process of its own that gives way to the game.</summary>
/// <remarks>Ends with the game; what it was at goes on the next time.</remarks>
/// <param name="context">Where the node's files are.</param>
/// <param name="episodes">Where sessions are recorded.</param>
/// <param name="promoted">Called when another model plays from now on, on another thread.</param>
/// <param name="supervisor">Does it.</param>
internal sealed class LearningBeside(CommandContext context, string episodes, Action promoted, Supervisor supervisor) : ISessionLearner, IDisposable
{
    private readonly ConcurrentQueue<string> _news = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private bool _isLearning;
    private bool _isAskedAgain;

    /// <summary>The round in which it is trained once that is done; null for none.</summary>
    public RoundBeside? Round { get; init; }

    /// <summary>What the process is told besides.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <inheritdoc/>
    public string About => "The assistant now learns from it beside the game. Once your next session shows that it knows you better so, it helps with what it learnt.";

    /// <inheritdoc/>
    public void Begin()
    {
        lock (_lock)
        {
            _isAskedAgain = _isLearning;
            if (_isLearning || _end.IsCancellationRequested)
            {
                return;
            }

            _isLearning = true;
        }

        _ = Task.Run(LearnAsync);
    }

    /// <inheritdoc/>
    public string? TakeNews() => _news.TryDequeue(out var news) ? news : null;

    /// <summary>Ends it; what was begun saves and ends by itself, and nobody waits for it.</summary>
    public void Dispose() => _end.Cancel();

    private bool HasSessions()
    {
        try
        {
            return PlayerSessions.Of(context, [episodes], new SiteOptions().Size).Count > 0;
        }
        catch (Exception error) when (Failure.IsForeseen(error))
        {
            context.Log.Debug("Nothing to learn from: {Reason}", Failure.Of(error).Line);
            return false;
        }
    }

    private async Task LearnAsync()
    {
        var work = new BackgroundWork("learning from the player", ["train", "personal", "--data", episodes, .. Words], context.Home);
        try
        {
            if (HasSessions())
            {
                Tell(await supervisor.DoAsync(work, _end.Token));
                await ShareAsync();
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error)
        {
            // Nobody waits for it: a mistake in the program is told here or nowhere.
            context.Log.Error(error, "The assistant did not learn");
        }

        bool isAskedAgain;
        lock (_lock)
        {
            (_isLearning, isAskedAgain) = (false, _isAskedAgain);
        }

        if (isAskedAgain)
        {
            Begin();
        }
    }

    // The game goes on without it.
    private async Task ShareAsync()
    {
        try
        {
            if (Round is not null && await Round.DoAsync(_end.Token) is { } news)
            {
                _news.Enqueue(news);
            }
        }
        catch (Exception error) when (Failure.IsForeseen(error))
        {
            context.Log.Debug("No round was trained: {Reason}", Failure.Of(error).Line);
        }
    }

    private void Tell(WorkOutcome outcome)
    {
        if (outcome.Output is not { } output)
        {
            context.Log.Debug("The assistant did not learn: {Reason}", outcome.Trouble);
        }
        else if (Read(output) is not { } report)
        {
            context.Log.Debug("What the assistant learnt is not told in JSON: {Output}", output);
        }
        else
        {
            context.Log.Information("{Outcome}", PersonalTables.Of(report));
            if (report.IsPromoted)
            {
                promoted();
                _news.Enqueue("The assistant has learnt from you: it knew your last session better, and helps so from the next on.");
            }
        }
    }

    private static PersonalReport? Read(string output)
    {
        try
        {
            return JsonSerializer.Deserialize(output, PersonalJsonForms.Default.PersonalReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
