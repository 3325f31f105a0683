namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>What a study found.</summary>
/// <param name="Tables">The figures.</param>
/// <param name="Checks">What was to be shown, and whether it was.</param>
/// <param name="Wall">How long it took.</param>
/// <param name="Virtual">How much time passed in what was simulated; none where no time is.</param>
/// <param name="Cpu">How long processors worked.</param>
internal sealed record StudyReport(IReadOnlyList<StudyTable> Tables, IReadOnlyList<StudyCheck> Checks, TimeSpan Wall, TimeSpan Virtual, TimeSpan Cpu)
{
    /// <summary>The figures as pictures.</summary>
    public IReadOnlyList<StudyChart> Charts { get; init; } = [];
}

/// <summary>Figures.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">Line by line, as many cells as columns.</param>
internal sealed record StudyTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Something that was to be shown.</summary>
/// <param name="What">What.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Limit">What it must not pass, one way or the other.</param>
/// <param name="IsMet">Whether it does not.</param>
internal sealed record StudyCheck(string What, double Value, double Limit, bool IsMet);
