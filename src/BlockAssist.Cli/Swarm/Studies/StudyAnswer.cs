namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>A study's question and what it found, with all that is needed to ask again.</summary>
/// <param name="Study">Its name.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Seeds">From which seeds.</param>
/// <param name="Quick">Whether less was measured than figures need.</param>
/// <param name="WallSeconds">How long it took.</param>
/// <param name="VirtualSeconds">How much time passed in what was simulated.</param>
/// <param name="CpuSeconds">How long processors worked.</param>
/// <param name="Tables">The figures.</param>
/// <param name="Checks">What was to be shown, and whether it was.</param>
/// <param name="Charts">The figures as points.</param>
internal sealed record StudyAnswer(
    string Study,
    string Question,
    IReadOnlyList<ulong> Seeds,
    bool Quick,
    double WallSeconds,
    double VirtualSeconds,
    double CpuSeconds,
    IReadOnlyList<StudyTable> Tables,
    IReadOnlyList<StudyCheck> Checks,
    IReadOnlyList<StudyChart> Charts)
{
    /// <summary>The answer to a study's question.</summary>
    public static StudyAnswer Of(IStudy study, StudyOptions options, StudyReport report) => new(
        study.Name,
        study.Question,
        [.. options.All],
        options.Quick,
        report.Wall.TotalSeconds,
        report.Virtual.TotalSeconds,
        report.Cpu.TotalSeconds,
        report.Tables,
        report.Checks,
        report.Charts);
}
