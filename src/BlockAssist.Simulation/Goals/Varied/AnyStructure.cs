using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>A made-up house of the size of the room, a larger one scaled down, a smaller one in its middle, or something that is no house.</summary>
public sealed class AnyStructure : IGoalSource
{
    private const int SolidsInAHundred = 8;
    private const int LargeInAHundred = 40;
    private const int SmallInAHundred = 25;

    private static readonly GridSize SmallRoom = new(5, 5, 5);
    private static readonly GridSize LargeRoom = new(20, 18, 20);

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.Next(100) < SolidsInAHundred)
        {
            return new SolidGoal().Generate(room, random);
        }

        var (kind, seed) = (random.Next(100), random.NextUInt64());
        if (kind < LargeInAHundred)
        {
            return Fitted(Within(room, LargeRoom, random), seed, room, random);
        }

        return kind < LargeInAHundred + SmallInAHundred ? Fitted(Within(SmallRoom, room, random), seed, room, random) : HouseGenerator.Generate(room, seed);
    }

    // As imported houses are: scaled down if they are too large, and in the middle of the room.
    private static BlockGrid Fitted(GridSize size, ulong seed, GridSize room, SeededRandom random) =>
        GoalPresets.Fit.Apply(HouseGenerator.Generate(size, seed), room, random).Goal ?? HouseGenerator.Generate(room, seed);

    private static GridSize Within(GridSize least, GridSize most, SeededRandom random) =>
        new(Within(least.Width, most.Width, random), Within(least.Height, most.Height, random), Within(least.Depth, most.Depth, random));

    private static int Within(int least, int most, SeededRandom random) => random.Next(Math.Min(least, most), Math.Max(least, most) + 1);
}
