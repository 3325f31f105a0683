using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Whatever somebody may want to build: made-up houses, larger and smaller ones fitted in as imported ones are, roofless, solid, striped and eroded ones, and things that are no houses.</summary>
/// <remarks>
/// For an assistant to learn from: who has only seen tidy houses is sure of roofs that real ones do not have. What does not
/// touch the ground is left out, so that all of it can be built.
/// </remarks>
public sealed class VariedGoal : IGoalSource
{
    private const int SolidsInAHundred = 8;
    private const int LargeInAHundred = 40;
    private const int SmallInAHundred = 25;

    private static readonly GridSize SmallRoom = new(5, 5, 5);
    private static readonly GridSize LargeRoom = new(20, 18, 20);

    private static readonly (int InAHundred, IGoalTransform Transform)[] Changes =
    [
        (12, new CutTopTransform()),
        (7, new FillTransform()),
        (15, new StripeTransform()),
        (12, new MottleTransform()),
        (20, new ErodeTransform()),
        (35, new RepaintTransform()),
        (100, new FlipTransform()),
    ];

    private static readonly LargestComponentTransform Grounded = new();

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var structure = Start(room, random);
        foreach (var (inAHundred, change) in Changes)
        {
            if (random.Next(100) < inAHundred)
            {
                structure = change.Apply(structure, room, random)!;
            }
        }

        return Grounded.Apply(structure, room, random);
    }

    private static BlockGrid Start(GridSize room, SeededRandom random)
    {
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
