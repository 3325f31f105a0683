namespace BlockAssist.Game.Sessions;

/// <summary>How many cells compare with the blueprint in which way.</summary>
/// <param name="Right">As they should be, where there was something to do.</param>
/// <param name="Missing">A block is missing.</param>
/// <param name="Wrong">Another block should be there.</param>
/// <param name="Extra">No block should be there.</param>
public readonly record struct ProgressCounts(int Right, int Missing, int Wrong, int Extra)
{
    /// <summary>How many cells are not as they should be.</summary>
    public int Left => Missing + Wrong + Extra;

    /// <summary>How much is as it should be, 0 to 1; 1 if there was nothing to do.</summary>
    public double Share => Right + Left == 0 ? 1 : (double)Right / (Right + Left);

    /// <summary>Both together.</summary>
    public static ProgressCounts operator +(ProgressCounts a, ProgressCounts b) =>
        new(a.Right + b.Right, a.Missing + b.Missing, a.Wrong + b.Wrong, a.Extra + b.Extra);

    /// <summary>With more or fewer cells of a status.</summary>
    internal ProgressCounts With(CellStatus status, int cells) => status switch
    {
        CellStatus.Right => this with { Right = Right + cells },
        CellStatus.Missing => this with { Missing = Missing + cells },
        CellStatus.Wrong => this with { Wrong = Wrong + cells },
        CellStatus.Extra => this with { Extra = Extra + cells },
        _ => this,
    };
}
