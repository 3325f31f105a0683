namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>Figures as a picture: points with intervals, joined by lines.</summary>
/// <param name="Name">What its file is called.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Across">What is measured to the right.</param>
/// <param name="Up">What is measured upwards.</param>
/// <param name="Lines">The lines.</param>
internal sealed record StudyChart(string Name, string Title, string Across, string Up, IReadOnlyList<StudyLine> Lines)
{
    /// <summary>Whether each step to the right is a doubling, or the like.</summary>
    public bool IsLogarithmic { get; init; }
}

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record StudyLine(string Name, IReadOnlyList<StudyPoint> Points);

/// <summary>A point of a chart.</summary>
/// <param name="Across">Where.</param>
/// <param name="Up">What was measured.</param>
/// <param name="Low">Where its interval begins.</param>
/// <param name="High">Where it ends.</param>
internal sealed record StudyPoint(double Across, double Up, double Low, double High);
