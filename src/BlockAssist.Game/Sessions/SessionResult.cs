namespace BlockAssist.Game.Sessions;

/// <summary>What came of a session.</summary>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Player">What the player did.</param>
/// <param name="Assistant">What the assistant did.</param>
/// <param name="AssistantShare">How many of the right blocks of the blueprint that somebody built the assistant built: 0 to 1.</param>
/// <param name="GoalPercentage">How far the goal was reached since the start, as MBAG counts: 1 is all.</param>
/// <param name="Progress">How the site compares with the blueprint.</param>
public sealed record SessionResult(
    long Milliseconds, ActionCounts Player, ActionCounts Assistant, double AssistantShare, double GoalPercentage, ProgressCounts Progress)
{
    /// <summary>How many of the assistant's blocks the player rejected.</summary>
    public int TakenBack { get; init; }

    /// <summary>How many of the assistant's actions had become impossible when their time came.</summary>
    public int Dropped { get; init; }

    /// <summary>How the assistant's share of what was built comes about.</summary>
    internal static double ShareOf(Simulation.Building.BuildSite site, BlueprintProgress progress, int builder)
    {
        var (own, all) = (0, 0);
        for (var cell = 0; cell < site.Size.Volume; cell++)
        {
            var last = site.LastInteracted[cell];
            if (progress[cell] == CellStatus.Right && last != Simulation.Building.BuildSite.Nobody)
            {
                all++;
                own += last == builder ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)own / all;
    }
}
