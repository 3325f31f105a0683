using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Play;

/// <summary>Notices that a house stands, and leaves its builder a moment to marvel at it.</summary>
/// <param name="session">The session.</param>
internal sealed class CompletionWatch(BuildSession session)
{
    private const double SecondsToMarvel = 1.6;

    private bool _stood = session.IsComplete;
    private double? _until;

    /// <summary>Looks at the session, once a frame.</summary>
    /// <param name="seconds">How late it is.</param>
    /// <returns>Whether the house stands since the last frame.</returns>
    public bool Stands(double seconds)
    {
        var isNew = session.IsComplete && !_stood;
        _stood = session.IsComplete;
        _until = isNew ? seconds + SecondsToMarvel : _until;
        return isNew;
    }

    /// <summary>Whether it is time to say how it came about; once for each time that it stands.</summary>
    /// <param name="seconds">How late it is.</param>
    /// <param name="isFree">Whether there is room to say so now.</param>
    public bool IsTime(double seconds, bool isFree)
    {
        var isTime = isFree && seconds >= _until;
        _until = isTime ? null : _until;
        return isTime;
    }
}
