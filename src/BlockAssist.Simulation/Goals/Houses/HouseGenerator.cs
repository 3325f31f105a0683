using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Makes up small houses, as people build them in an afternoon: each room and seed gives one, for ever the same.</summary>
/// <remarks>
/// The lowest layer is the ground: earth, and what replaces it. Every house can be built block against block from the ground
/// up and has a way in from outside. docs/houses.md describes the parts.
/// </remarks>
public static class HouseGenerator
{
    /// <summary>The smallest room, along each axis, that a house fits in.</summary>
    public const int MinExtent = 4;

    /// <summary>The largest room, along each axis.</summary>
    public const int MaxExtent = 32;

    /// <summary>Makes up the house of a seed.</summary>
    /// <param name="room">The room it may use, 4 to 32 blocks along each axis; the result has this size.</param>
    /// <param name="seed">Any number; neighbouring ones give unrelated houses.</param>
    public static BlockGrid Generate(GridSize room, ulong seed)
    {
        var (plan, dice) = Decide(room, seed);
        return Draw(room, plan, dice);
    }

    /// <summary>What was decided about the house of a seed.</summary>
    internal static HousePlan Plan(GridSize room, ulong seed) => Decide(room, seed).Plan;

    private static (HousePlan Plan, Dice Dice) Decide(GridSize room, ulong seed)
    {
        foreach (var extent in (ReadOnlySpan<int>)[room.Width, room.Height, room.Depth])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(extent, MinExtent, nameof(room));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(extent, MaxExtent, nameof(room));
        }

        var dice = new Dice(new SeededRandom(seed));
        return (HousePlanner.Plan(room, dice.Fork()), dice);
    }

    // From the ground up; a later part never fills what an earlier one keeps free.
    private static BlockGrid Draw(GridSize room, HousePlan plan, Dice dice)
    {
        var draft = new HouseDraft(room);
        Walls.DrawFoundation(draft, plan);
        DrawStoreys(draft, plan, dice.Fork());
        var door = Doors.Open(draft, plan, dice.Fork());
        foreach (var storey in plan.Storeys)
        {
            Windows.Draw(draft, plan, storey, dice);
        }

        Roofs.Draw(draft, plan);
        Interiors.Draw(draft, plan, door, dice.Fork());
        DrawSurroundings(draft, plan, door, dice.Fork());
        Quirks.Add(draft, plan, dice.Fork());
        Soundness.RemoveLooseBlocks(draft.Blocks);
        return draft.Blocks;
    }

    private static void DrawStoreys(HouseDraft draft, HousePlan plan, Dice dice)
    {
        foreach (var storey in plan.Storeys)
        {
            if (storey != plan.Storeys[0])
            {
                Walls.DrawFloor(draft, plan, storey);
            }

            Walls.DrawWalls(draft, plan, storey, dice);
        }
    }

    private static void DrawSurroundings(HouseDraft draft, HousePlan plan, Door door, Dice dice)
    {
        Gardens.Draw(draft, plan, door, dice.Fork());
        if (plan.Surroundings.HasFlag(SurroundingFeatures.Porch))
        {
            Surroundings.DrawPorch(draft, plan, door);
        }

        if (plan.Surroundings.HasFlag(SurroundingFeatures.Balcony))
        {
            Surroundings.DrawBalconies(draft, plan, dice.Fork());
        }

        if (plan.Surroundings.HasFlag(SurroundingFeatures.Chimney))
        {
            Surroundings.DrawChimney(draft, plan, dice.Fork());
        }
    }
}
