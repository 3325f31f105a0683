using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Play;

namespace BlockAssist.Cli.Lifecycle;

/// <summary>What came of a run of the loop.</summary>
/// <param name="Sessions">What was played.</param>
/// <param name="Lessons">What was learnt.</param>
/// <param name="Rounds">What was shared.</param>
/// <param name="Record">What is recorded, and where; null where that could not be asked.</param>
/// <param name="Film">The film of the last session; null where none could be made.</param>
/// <param name="Home">Where all of it is.</param>
internal sealed record LoopReport(
    IReadOnlyList<SessionReport> Sessions, IReadOnlyList<LessonReport> Lessons, IReadOnlyList<LoopRound> Rounds, ChainReport? Record, string? Film, string Home)
{
    /// <summary>What was in the way.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>How long a core computed beside, in seconds.</summary>
    public double ProcessorSeconds { get; init; }

    /// <summary>How much memory was taken beside at most, in bytes.</summary>
    public long Memory { get; init; }
}
