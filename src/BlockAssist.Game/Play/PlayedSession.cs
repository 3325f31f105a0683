using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Play;

/// <summary>A session under way: what is played, and where it is recorded.</summary>
/// <param name="session">The session; closed with this.</param>
/// <param name="goalName">What is built.</param>
/// <param name="file">Where it is recorded.</param>
/// <param name="millisecondsBefore">How long it was played before, in other recordings.</param>
public sealed class PlayedSession(BuildSession session, string goalName, string file, long millisecondsBefore = 0) : IDisposable
{
    /// <summary>The session.</summary>
    public BuildSession Session { get; } = session;

    /// <summary>What is built.</summary>
    public string GoalName { get; } = goalName;

    /// <summary>Where it is recorded.</summary>
    public string File { get; } = file;

    /// <summary>How long it was played before, in other recordings.</summary>
    public long MillisecondsBefore { get; } = millisecondsBefore;

    /// <summary>The fewest edits from the start to the goal: a wrong block takes two.</summary>
    public int FewestEdits { get; } = FewestOf(session.Progress.Total);

    /// <summary>What came of it; null as long as it is played.</summary>
    public SessionResult? Result { get; private set; }

    /// <summary>Ends the session and its recording.</summary>
    /// <exception cref="IOException">The end of the recording cannot be written; it is as one that was cut off.</exception>
    public SessionResult Finish()
    {
        if (Result is null)
        {
            Result = Session.Result();
            Session.Finish();
        }

        return Result;
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();

    private static int FewestOf(ProgressCounts counts) => counts.Missing + counts.Extra + (2 * counts.Wrong);
}
