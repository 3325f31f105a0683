using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>Layer by layer from the ground up, from wherever it takes the fewest moves.</summary>
internal sealed class LayerOrder(bool yields = false) : IWorkOrder
{
    /// <inheritdoc/>
    public bool Yields => yields;

    /// <inheritdoc/>
    public int ExtraMovesForComfort => 0;

    /// <inheritdoc/>
    public int RankOf(SiteCells cells, BuilderAction edit, int last) => cells.PlaceOf(edit.Cell).Y;

    /// <inheritdoc/>
    public bool IsComfortable(SiteCells cells, int feet, int target) => true;
}
