namespace BlockAssist.Net.Rounds.Disputes;

/// <summary>The two who do not agree.</summary>
public enum DisputeSide
{
    /// <summary>Who did the work.</summary>
    Trainer,

    /// <summary>Who trained it again and came to something else.</summary>
    Challenger,
}
