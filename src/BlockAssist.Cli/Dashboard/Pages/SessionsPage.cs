namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>Sessions, the newest first.</summary>
/// <param name="Sessions">Those of the page.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record SessionsPage(IReadOnlyList<SessionSummary> Sessions, int Total)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>A session.</summary>
/// <param name="Id">The name of its file, without the ending.</param>
/// <param name="Goal">What was built.</param>
/// <param name="Recorded">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Share">How much of the blueprint stands at its end, 0 to 1.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Edits">Placements and breaks of all builders.</param>
internal sealed record SessionSummary(string Id, string Goal, DateTimeOffset Recorded, double Seconds, double Share, int Steps, int Edits)
{
    /// <summary>Where it is.</summary>
    public string File { get; init; } = "";

    /// <summary>Who built.</summary>
    public IReadOnlyList<SessionBuilder> Builders { get; init; } = [];

    /// <summary>Why it ended: complete, stopped, horizon or noProgress; null if it was cut off, or goes on.</summary>
    public string? End { get; init; }

    /// <summary>Whether a swarm may learn from it.</summary>
    public bool IsShared { get; init; }

    /// <summary>What the assistant did; null if nobody helped.</summary>
    public SessionHelp? Help { get; init; }

    /// <summary>What is wrong with the file; null if nothing is.</summary>
    public string? Damage { get; init; }
}

/// <summary>Who built in a session.</summary>
/// <param name="Name">What the builder is called.</param>
/// <param name="Role">What it was there for: person, assistant or scripted.</param>
internal sealed record SessionBuilder(string Name, string Role);

/// <summary>What an assistant did in a session, by the blueprint.</summary>
/// <param name="InfersGoal">Whether it had to find out what was to be built; one by a script sees it.</param>
/// <param name="Edits">Its placements and breaks.</param>
/// <param name="Right">Those of them that were right.</param>
/// <param name="Undone">Those of them that were taken back, by whomever.</param>
/// <param name="Cells">Cells that it made right and that are right at the end.</param>
/// <param name="CellsOfAll">Cells that anybody did.</param>
internal sealed record SessionHelp(bool InfersGoal, int Edits, int Right, int Undone, int Cells, int CellsOfAll)
{
    /// <summary>What share of what stands right it built; null if nothing does.</summary>
    public double? Share => CellsOfAll > 0 ? (double)Cells / CellsOfAll : null;

    /// <summary>What share of its edits was right; null if it made none.</summary>
    public double? RightShare => Edits > 0 ? (double)Right / Edits : null;

    /// <summary>How often its player accepted what it suggested.</summary>
    public int Accepted { get; init; }

    /// <summary>How often its player declined that.</summary>
    public int Declined { get; init; }

    /// <summary>How often its player took back an edit of its.</summary>
    public int Rejected { get; init; }
}
