using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Whatever somebody may want to build: made-up houses, larger and smaller ones fitted in as imported ones are, roofless, solid, hollow, striped and eroded ones, and things that are no houses.</summary>
/// <remarks>
/// For an assistant to learn from: who has only seen tidy houses is sure of roofs that real ones do not have. What does not
/// touch the ground is left out, so that all of it can be built.
/// </remarks>
public sealed class VariedGoal : IGoalSource
{
    private const int GraftedInAHundred = 20;

    private static readonly (int InAHundred, IGoalTransform Transform)[] Changes =
    [
        (12, new CutTopTransform()),
        (30, new HollowTransform()),
        (7, new FillTransform()),
        (15, new StripeTransform()),
        (12, new MottleTransform()),
        (20, new ErodeTransform()),
        (35, new RepaintTransform()),
        (100, new FlipTransform()),
    ];

    private static readonly LargestComponentTransform Grounded = new();
    private static readonly AnyStructure Any = new();
    private static readonly GraftedGoal Grafted = new(Any);

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var structure = (random.Next(100) < GraftedInAHundred ? (IGoalSource)Grafted : Any).Generate(room, random);
        foreach (var (inAHundred, change) in Changes)
        {
            if (random.Next(100) < inAHundred)
            {
                structure = change.Apply(structure, room, random)!;
            }
        }

        return Grounded.Apply(structure, room, random);
    }
}
