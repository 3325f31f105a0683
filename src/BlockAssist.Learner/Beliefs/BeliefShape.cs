using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>How much there is to see of a site for who does not know the goal, and to believe about it.</summary>
/// <param name="Size">The size of the site.</param>
/// <param name="CellFacts">How many facts are told of a cell. New ones come last, so that older models are told what they learnt from.</param>
public readonly record struct BeliefShape(GridSize Size, int CellFacts = BeliefShape.AllCellFacts)
{
    /// <summary>How many facts there are to tell of a cell.</summary>
    public const int AllCellFacts = (int)BeliefFact.Count;

    /// <summary>How many there were at first: those about the extent of what is built are newer.</summary>
    public const int FirstCellFacts = (int)BeliefFact.InsideX;

    /// <summary>How many facts are told of the rest.</summary>
    public const int SceneFacts = (2 * Palette.Count) + 4;

    /// <summary>How many blocks a cell may be believed to hold in the end, air among them.</summary>
    public const int Blocks = Palette.Count;

    /// <summary>How many numbers are answered about a cell: one for each block, and whether the others will soon be at work there.</summary>
    public const int Answers = Blocks + 1;

    /// <summary>How many numbers the facts of all cells are: columns in order of x, then z; in each its levels from the ground up.</summary>
    public int CellNumbers => Size.Volume * CellFacts;

    /// <summary>The place of a cell in that order.</summary>
    public int PlaceOf(BlockPos at) => (((at.X * Size.Depth) + at.Z) * Size.Height) + at.Y;
}
