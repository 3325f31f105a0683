using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>How much there is to see of a site, and to believe about it.</summary>
/// <param name="Size">The size of the site.</param>
public sealed record BeliefShape(GridSize Size)
{
    /// <summary>How many facts are told of a cell.</summary>
    public const int CellFacts = 24;

    /// <summary>How many facts are told of the rest.</summary>
    public const int SceneFacts = 24;

    /// <summary>How many blocks a cell may be believed to become, air among them.</summary>
    public const int Blocks = Palette.Count;

    /// <summary>How many numbers the facts of all cells are: columns in order of x then z, in each its levels from the ground up.</summary>
    public int CellNumbers => Size.Volume * CellFacts;

    /// <summary>The place of a cell among the columns and levels.</summary>
    public int PlaceOf(int cell)
    {
        var at = Size.PosOf(cell);
        return (((at.X * Size.Depth) + at.Z) * Size.Height) + at.Y;
    }
}
