namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>What a helper did in an episode.</summary>
/// <param name="Edits">Placements and breaks that took effect.</param>
/// <param name="Wrong">Those of them that were wrong by the goal.</param>
/// <param name="Undone">Those of them after which, later, anybody made the cell what it had been before.</param>
/// <param name="RightUndone">Those of the undone ones that were right by the goal: no fault of the helper.</param>
/// <param name="CellsGained">Cells that were wrong at the start and right at the end, and changed last by the helper.</param>
/// <param name="GoalShare">How far the helper's own edits moved the goal, on the scale of the goal share: right ones less wrong ones.</param>
public sealed record HelperDeeds(int Edits, int Wrong, int Undone, int RightUndone, int CellsGained, double GoalShare)
{
    /// <summary>Edits that were right by the goal.</summary>
    public int Right => Edits - Wrong;
}
