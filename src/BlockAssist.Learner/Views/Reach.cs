namespace BlockAssist.Learner.Views;

/// <summary>How much right there is to do without a step.</summary>
/// <param name="Placements">Into how many cells in reach the goal's block can be placed.</param>
/// <param name="PlacementsOfLast">In how many of them that is the block placed last.</param>
/// <param name="Breaks">Of how many cells in reach the block can be broken and has to go.</param>
internal readonly record struct Reach(int Placements, int PlacementsOfLast, int Breaks);
