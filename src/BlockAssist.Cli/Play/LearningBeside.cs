using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Play;

namespace BlockAssist.Cli.Play;

/// <summary>Lets the assistant learn from its player beside the game: by <c>train personal</c>, in a process of its own that gives way to the game.</summary>
/// <remarks>Ends with the game; what it was at goes on the next time.</remarks>
/// <param name="context">Where the node's files are.</param>
/// <param name="episodes">Where sessions are recorded.</param>
/// <param name="promoted">Called when another model plays from now on, on another thread.</param>
internal sealed class LearningBeside(CommandContext context, string episodes, Action promoted) : ISessionLearner, IDisposable
{
    private readonly ConcurrentQueue<string> _news = new();
    private readonly Lock _lock = new();
    private Process? _process;
    private bool _isAskedAgain;
    private bool _isOver;

    /// <summary>What the process is told besides.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <inheritdoc/>
    public string About => "The assistant now learns from it beside the game. Once your next session shows that it knows you better so, it helps with what it learnt.";

    /// <inheritdoc/>
    public void Begin()
    {
        lock (_lock)
        {
            if (_isOver || _process is not null || !HasSessions())
            {
                _isAskedAgain = _process is not null;
                return;
            }

            _isAskedAgain = false;
            Start();
        }
    }

    /// <inheritdoc/>
    public string? TakeNews() => _news.TryDequeue(out var news) ? news : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            if (_process is { HasExited: false } process)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private bool HasSessions() => Directory.Exists(episodes) && Directory.EnumerateFileSystemEntries(episodes).Any();

    private void Start()
    {
        var start = OwnProcess.Start(["train", "personal", "--data", episodes, "--json", .. Words], new Dictionary<string, string> { ["BLOCKASSIST_HOME"] = context.Home.Path });
        try
        {
            _process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            context.Log.Debug("The assistant does not learn: {Reason}", error.Message);
        }

        if (_process is { } process)
        {
            GiveWay(process);
            _ = Task.Run(() => Follow(process));
        }
    }

    private static void GiveWay(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It is over already, or the system does not allow it: then it runs as it is.
        }
    }

    private async Task Follow(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == (int)ExitCode.Done)
        {
            Tell(output);
        }
        else
        {
            context.Log.Debug("The assistant did not learn: {Reason}", (await error).Trim());
        }

        bool isAskedAgain;
        lock (_lock)
        {
            (_process, isAskedAgain) = (null, _isAskedAgain);
            process.Dispose();
        }

        if (isAskedAgain)
        {
            Begin();
        }
    }

    private void Tell(string output)
    {
        if (Read(output) is not { } report)
        {
            context.Log.Debug("What the assistant learnt is not told in JSON: {Output}", output);
            return;
        }

        context.Log.Information("{Outcome}", PersonalTables.Of(report));
        if (report.IsPromoted)
        {
            promoted();
            _news.Enqueue("The assistant has learnt from you: it knew your last session better, and helps so from the next on.");
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
