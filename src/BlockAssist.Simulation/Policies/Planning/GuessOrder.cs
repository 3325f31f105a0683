using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>What a guess is surest of first; of that what is lowest, for who builds upwards does not wall anything in.</summary>
internal sealed class GuessOrder(IGoalGuess guess) : IWorkOrder
{
    /// <inheritdoc/>
    public int ExtraMovesForComfort => 0;

    /// <inheritdoc/>
    public bool DaresAnything => false;

    /// <inheritdoc/>
    public int RankOf(SiteCells cells, BuilderAction edit, int last) => (guess.RankOf(edit.Cell) * cells.Size.Height) + cells.PlaceOf(edit.Cell).Y;

    /// <inheritdoc/>
    public bool IsComfortable(SiteCells cells, int feet, int target) => true;
}
