using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>Transforms applied one after another: what turns a structure into a goal.</summary>
/// <remarks>Immutable; the same structure, room and seed give the same outcome.</remarks>
public sealed class GoalPipeline(IReadOnlyList<IGoalTransform> transforms)
{
    /// <summary>The transforms, first to last.</summary>
    public IReadOnlyList<IGoalTransform> Transforms => transforms;

    /// <summary>The room that a source may fill so that the goal fits into <paramref name="room"/>.</summary>
    public GridSize SourceRoom(GridSize room) => RoomsOf(room)[0];

    /// <summary>Sends one structure through all transforms.</summary>
    public GoalOutcome Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var rooms = RoomsOf(room);
        for (var index = 0; index < transforms.Count; index++)
        {
            if (transforms[index].Apply(structure, rooms[index + 1], random) is not { } changed)
            {
                return new GoalOutcome(null, transforms[index].Name);
            }

            structure = changed;
        }

        return new GoalOutcome(structure, null);
    }

    /// <summary>Draws structures from a source until one becomes a goal.</summary>
    /// <param name="source">Where the structures come from.</param>
    /// <param name="room">The room of the goal.</param>
    /// <param name="random">The only source of chance.</param>
    /// <param name="attempts">How many structures to draw at most.</param>
    /// <returns>The first goal, or the last rejection.</returns>
    public GoalOutcome Generate(IGoalSource source, GridSize room, SeededRandom random, int attempts = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(attempts);
        var sourceRoom = SourceRoom(room);
        GoalOutcome outcome;
        do
        {
            outcome = Apply(source.Generate(sourceRoom, random), room, random);
        }
        while (outcome.Goal is null && --attempts > 0);

        return outcome;
    }

    // rooms[i] is what transform i asks of those before it; the last is the goal's own.
    private GridSize[] RoomsOf(GridSize room)
    {
        var rooms = new GridSize[transforms.Count + 1];
        rooms[^1] = room;
        for (var index = transforms.Count - 1; index >= 0; index--)
        {
            rooms[index] = transforms[index].SourceRoom(rooms[index + 1]);
        }

        return rooms;
    }
}
