namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>How trainings of this node go, and went.</summary>
/// <param name="Trainings">Those that left figures, the one that last wrote some first.</param>
internal sealed record LearningPage(IReadOnlyList<TrainingCurve> Trainings)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

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
