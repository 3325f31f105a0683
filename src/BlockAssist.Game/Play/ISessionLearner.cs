namespace BlockAssist.Game.Play;

/// <summary>Learns from the sessions that are over, beside the game.</summary>
public interface ISessionLearner
{
    /// <summary>What it makes of sessions, in a sentence or two; for whoever has just ended one.</summary>
    string About { get; }

    /// <summary>Learns from all sessions that are over; if it is at that already, from those that are over by then, too.</summary>
    void Begin();

    /// <summary>What came of it since this was asked last, in a sentence; null if there is nothing to tell.</summary>
    string? TakeNews();
}
