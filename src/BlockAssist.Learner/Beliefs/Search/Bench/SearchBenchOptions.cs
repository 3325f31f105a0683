namespace BlockAssist.Learner.Beliefs.Search.Bench;

/// <summary>What decisions are measured on.</summary>
public sealed record SearchBenchOptions
{
    /// <summary>How the search looks ahead.</summary>
    public SearchOptions Search { get; init; } = new();

    /// <summary>Among how much it chooses.</summary>
    public int Edits { get; init; } = SearchProblem.MaxEdits;

    /// <summary>How often the two searches take turns.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>How many decisions of ours stand beside one of the other.</summary>
    public int RunsPerTurn { get; init; } = 10;

    /// <summary>How many threads decide at once, where that is measured.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
