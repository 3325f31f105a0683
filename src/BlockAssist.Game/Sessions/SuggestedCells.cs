using BlockAssist.Game.Bodies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>An aim at what is solid, and at blocks that the assistant suggests.</summary>
/// <param name="Session">The session.</param>
internal readonly record struct SuggestedCells(BuildSession Session) : ICellTest
{
    /// <inheritdoc/>
    public bool Hits(BlockPos cell) => new SolidCells(Session.World).Hits(cell) || At(cell) is not null;

    /// <summary>What is suggested for a cell of the world and not accepted yet; null for nothing.</summary>
    public Suggestion? At(BlockPos cell)
    {
        if (Session.Assistant is { } seat && Session.Frame.Contains(cell))
        {
            var wanted = Session.Frame.Size.CellAt(Session.Frame.ToSite(cell));
            foreach (var suggestion in seat.Suggestions)
            {
                if (suggestion.Cell == wanted && !suggestion.IsAccepted)
                {
                    return suggestion;
                }
            }
        }

        return null;
    }
}
