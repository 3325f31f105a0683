namespace BlockAssist.Net.Rounds;

/// <summary>Where a round is.</summary>
public enum RoundStage
{
    /// <summary>Peers take leases, train, and commit to what came of it.</summary>
    Training,

    /// <summary>Nobody may commit any more; those who did show what they committed to.</summary>
    Revealing,

    /// <summary>The updates are looked at by their numbers and tried on data that nobody knew.</summary>
    Screening,

    /// <summary>Segments that chance has drawn are trained again by others.</summary>
    Verifying,

    /// <summary>What was verified is merged.</summary>
    Merging,

    /// <summary>The merged model plays against the one before.</summary>
    Gating,

    /// <summary>All is said: which model goes on, and who is credited why.</summary>
    Closed,
}
