namespace BlockAssist.Learner.Models;

/// <summary>What a registered model is used for.</summary>
public enum ModelState
{
    /// <summary>Not yet for anything.</summary>
    Candidate,

    /// <summary>The one of its kind that plays.</summary>
    Promoted,

    /// <summary>Played once, or will never; may be removed.</summary>
    Archived,
}
