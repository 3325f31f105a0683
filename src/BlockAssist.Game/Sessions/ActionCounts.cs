namespace BlockAssist.Game.Sessions;

/// <summary>How much a builder did.</summary>
/// <param name="Moves">Cells walked or flown.</param>
/// <param name="Placements">Blocks placed.</param>
/// <param name="Breaks">Blocks broken.</param>
/// <param name="Others">What came to nothing, no-ops among it.</param>
public readonly record struct ActionCounts(int Moves, int Placements, int Breaks, int Others)
{
    /// <summary>With one more.</summary>
    internal ActionCounts With(Simulation.Building.BuilderAction action) => action switch
    {
        { IsMove: true } => this with { Moves = Moves + 1 },
        { Type: Simulation.Building.ActionType.Place } => this with { Placements = Placements + 1 },
        { Type: Simulation.Building.ActionType.Break } => this with { Breaks = Breaks + 1 },
        _ => this with { Others = Others + 1 },
    };
}
