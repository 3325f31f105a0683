namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>How trainings of this node go, and went.</summary>
/// <param name="Trainings">Those that left figures, the one that last wrote some first.</param>
/// <param name="Lessons">What the assistant learnt from its player, the first one first.</param>
internal sealed record LearningPage(IReadOnlyList<TrainingCurve> Trainings, IReadOnlyList<LessonPoint> Lessons)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>What the assistant learnt from its player once.</summary>
/// <param name="At">When.</param>
/// <param name="Sessions">How many sessions there were.</param>
/// <param name="Better">How much likelier what was learnt before held what the player built then, in nats a moment, than the model that played; null where nothing was tried.</param>
/// <param name="Low">Below this lies one in forty of such means.</param>
/// <param name="High">Above this likewise.</param>
/// <param name="Practice">The same as <paramref name="Better"/>, of practice.</param>
/// <param name="IsPromoted">Whether it plays since.</param>
internal sealed record LessonPoint(DateTimeOffset At, int Sessions, double? Better, double? Low, double? High, double? Practice, bool IsPromoted);

/// <summary>How a training goes.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Steps">How many steps, or iterations, it has made.</param>
/// <param name="Written">When it last wrote one down.</param>
/// <param name="Curves">What it showed.</param>
internal sealed record TrainingCurve(string Name, int Steps, DateTimeOffset Written, IReadOnlyList<FigureCurve> Curves);

/// <summary>A figure over the steps of a training; the mean of each stretch of them.</summary>
/// <param name="Name">The figure, as the training calls it.</param>
/// <param name="Points">Step and value.</param>
internal sealed record FigureCurve(string Name, IReadOnlyList<FigurePoint> Points);

/// <summary>A point of a curve.</summary>
internal sealed record FigurePoint(double X, double Y);
