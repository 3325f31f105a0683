namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>How much the assistant helped, session by session.</summary>
/// <param name="Sessions">Those in which an assistant helped that had to infer the goal, the oldest first.</param>
internal sealed record HelpPage(IReadOnlyList<HelpPoint> Sessions)
{
    /// <summary>How many of the last sessions were looked at.</summary>
    public int LookedAt { get; init; }

    /// <summary>The last of them together; null if there are none.</summary>
    public HelpStretch? Last { get; init; }

    /// <summary>As many before; null if there are not so many.</summary>
    public HelpStretch? Before { get; init; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>How much the assistant helped in a session.</summary>
/// <param name="Id">The session.</param>
/// <param name="Goal">What was built.</param>
/// <param name="Recorded">When.</param>
/// <param name="Assistant">Who helped.</param>
/// <param name="Help">What it did.</param>
internal sealed record HelpPoint(string Id, string Goal, DateTimeOffset Recorded, string Assistant, SessionHelp Help);

/// <summary>How much the assistant helped in some sessions together.</summary>
/// <param name="Sessions">How many.</param>
/// <param name="Share">What share of what stands right it built; null if nothing does.</param>
/// <param name="RightShare">What share of its edits was right; null if it made none.</param>
internal sealed record HelpStretch(int Sessions, double? Share, double? RightShare)
{
    /// <summary>Some sessions together; null for none.</summary>
    public static HelpStretch? Of(IReadOnlyList<HelpPoint> sessions) => sessions.Count == 0 ? null : new HelpStretch(
        sessions.Count,
        Ratio(sessions.Sum(one => one.Help.Cells), sessions.Sum(one => one.Help.CellsOfAll)),
        Ratio(sessions.Sum(one => one.Help.Right), sessions.Sum(one => one.Help.Edits)));

    private static double? Ratio(int part, int all) => all > 0 ? (double)part / all : null;
}
