using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>What goals are proposed.</summary>
public sealed record ProposerOptions
{
    /// <summary>The hardest level.</summary>
    public const int HardestLevel = 10;

    /// <summary>The rules of the sites; their number of steps is the most that a solver gets.</summary>
    public SiteOptions Site { get; init; } = new();

    /// <summary>Structures of which parts are proposed too.</summary>
    public IReadOnlyList<BlockGrid> Structures { get; init; } = [];

    /// <summary>The level of the first goals.</summary>
    public int FirstLevel { get; init; } = 3;

    /// <summary>How far a goal must be built to count as a success.</summary>
    public double Success { get; init; } = 0.8;

    /// <summary>How many goals in a hundred are easier than the level that is reached.</summary>
    public int EasyInAHundred { get; init; } = 15;

    /// <summary>How many are harder.</summary>
    public int HardInAHundred { get; init; } = 15;

    /// <summary>The least number of cells that a goal leaves to be changed.</summary>
    public int LeastWork { get; init; } = 8;

    /// <summary>How many steps a solver gets for each cell to be changed, at level 1 and at the hardest; in between, in between.</summary>
    public (double Easiest, double Hardest) StepsACell { get; init; } = (14, 5);

    /// <summary>How many steps it gets besides.</summary>
    public int StepsBesides { get; init; } = 60;

    /// <summary>Which share of two goals may be the same, whatever way they are turned, moved and painted.</summary>
    public double Likeness { get; init; } = 0.9;

    /// <summary>How many of the last goals a new one is compared with.</summary>
    public int Remembered { get; init; } = 64;

    /// <summary>How many goals are made up before a level is given up for this time.</summary>
    public int Attempts { get; init; } = 20;

    /// <summary>Fixes all that chance decides.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Complains about a value out of its range.</summary>
    internal ProposerOptions Demanded()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstLevel, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FirstLevel, HardestLevel);
        ArgumentOutOfRangeException.ThrowIfLessThan(LeastWork, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Attempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Remembered, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(EasyInAHundred + HardInAHundred, 100);
        return this;
    }
}
