using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Whatever somebody may want to build: made-up houses, larger ones scaled down as imported ones are, roofless, solid, striped and eroded ones, and things that are no houses.</summary>
/// <remarks>
/// For an assistant to learn from: who has only seen tidy houses is sure of roofs that real ones do not have. What does not
/// touch the ground is left out, so that all of it can be built.
/// </remarks>
public sealed class VariedGoal : IGoalSource
{
    private const int SolidsInAHundred = 8;
    private const int LargeInAHundred = 50;
    private const int LargestExtent = 18;

    private static readonly (int InAHundred, IGoalTransform Transform)[] Changes =
    [
        (12, new CutTopTransform()),
        (7, new FillTransform()),
        (15, new StripeTransform()),
        (12, new MottleTransform()),
        (20, new ErodeTransform()),
        (70, new RepaintTransform()),
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

        var seed = random.NextUInt64();
        if (random.Next(100) >= LargeInAHundred)
        {
            return HouseGenerator.Generate(room, seed);
        }

        var large = new GridSize(Extent(room.Width, random), Extent(room.Height, random), Extent(room.Depth, random));
        return GoalPresets.Fit.Apply(HouseGenerator.Generate(large, seed), room, random).Goal ?? HouseGenerator.Generate(room, seed);
    }

    private static int Extent(int room, SeededRandom random) => random.Next(room, Math.Max(room, LargestExtent) + 1);
}
