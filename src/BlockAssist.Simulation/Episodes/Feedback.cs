namespace BlockAssist.Simulation.Episodes;

/// <summary>What a builder made of another's help at one moment: to learn from, not for replay.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="From">Who says it.</param>
/// <param name="About">Whose help it is about.</param>
/// <param name="Time">When, in milliseconds since the start of the episode.</param>
/// <param name="Steps">How many steps had been made by then.</param>
/// <param name="Value">What <paramref name="Kind"/> says that it is; 0 if it says nothing.</param>
public readonly record struct Feedback(FeedbackKind Kind, int From, int About, long Time, int Steps, int Value = 0)
{
    /// <summary>Whether <see cref="Value"/> is a cell of the site.</summary>
    public bool IsAboutCell => Kind is FeedbackKind.Undo or FeedbackKind.Reject or FeedbackKind.Accept or FeedbackKind.Decline;
}
