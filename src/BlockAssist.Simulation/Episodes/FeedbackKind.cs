namespace BlockAssist.Simulation.Episodes;

/// <summary>How a builder lets another know what it makes of its help. Written to files: never renumber; readers skip what they do not know.</summary>
public enum FeedbackKind : byte
{
    /// <summary>The other is to rest.</summary>
    Pause = 0,

    /// <summary>The other is to go on.</summary>
    Resume = 1,

    /// <summary>The other is to act at another pace; <see cref="Feedback.Value"/> is milliseconds an action.</summary>
    Pace = 2,

    /// <summary>Asked for an edit of the other's to be taken back; <see cref="Feedback.Value"/> is the cell. The last step did so.</summary>
    Undo = 3,

    /// <summary>Put a cell back, by an edit of one's own, to what it was before the other's; <see cref="Feedback.Value"/> is the cell. The last step did so.</summary>
    Reject = 4,

    /// <summary>Wants a block that the other suggested; <see cref="Feedback.Value"/> is the cell. The other is to place it.</summary>
    Accept = 5,

    /// <summary>Does not want a block that the other suggested; <see cref="Feedback.Value"/> is the cell. The other is to leave it alone.</summary>
    Decline = 6,
}
