namespace BlockAssist.Cli.Play;

/// <summary>What came of one session.</summary>
/// <param name="Goal">What was to be built.</param>
/// <param name="File">Where it is recorded.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Seconds">How long that is in the game.</param>
/// <param name="GoalShare">How far the goal was reached, 0 to 1.</param>
/// <param name="Complete">Whether it stands.</param>
/// <param name="Edits">Placements and breaks of all builders.</param>
/// <param name="FewestEdits">How many would have been enough.</param>
internal sealed record SessionReport(
    string Goal, string File, int Steps, double Seconds, double GoalShare, bool Complete, int Edits, int FewestEdits);

/// <summary>What came of sessions played one after the other.</summary>
internal sealed record SessionsReport(IReadOnlyList<SessionReport> Sessions);
