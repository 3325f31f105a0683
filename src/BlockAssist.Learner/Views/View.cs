namespace BlockAssist.Learner.Views;

/// <summary>Room for what a policy is shown in one turn: a place in a batch. Borrowed memory.</summary>
public readonly ref struct View
{
    /// <summary><see cref="CellFact"/>s of each cell of the view.</summary>
    public required Span<float> Cells { get; init; }

    /// <summary>Facts about the rest; see <see cref="SceneFacts"/>.</summary>
    public required Span<float> Scene { get; init; }

    /// <summary>Facts about each block that can be placed; see <see cref="BlockFacts"/>.</summary>
    public required Span<float> Blocks { get; init; }

    /// <summary>Which block the goal has in each cell, 0 for the first that can be placed; <see cref="ViewShape.NoBlock"/> for none.</summary>
    public required Span<byte> Goal { get; init; }

    /// <summary>Which kinds of action are possible.</summary>
    public required Span<byte> Types { get; init; }

    /// <summary>Into which cells a block may be placed.</summary>
    public required Span<byte> Place { get; init; }

    /// <summary>Of which cells the block may be broken.</summary>
    public required Span<byte> Break { get; init; }

    /// <summary>Which blocks are at hand.</summary>
    public required Span<byte> Offered { get; init; }
}
