using System.Diagnostics;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>What a policy is told besides the cells around the builder: its last actions, what is left to do and where.</summary>
internal static class SceneFacts
{
    /// <summary>How many facts there are.</summary>
    public const int Count = 168;

    /// <summary>Where the facts about what is right to do without a step begin: the only ones that hang on the mask.</summary>
    public const int FirstOfReach = 121;

    /// <summary>How many of these there are.</summary>
    public const int OfReach = 9;

    private const double Site = 1.0 / 10;

    /// <summary>Writes them, as turned by the symmetry; what is left of the room is 0.</summary>
    /// <param name="facts">Room for <see cref="Count"/>.</param>
    /// <param name="observation">What the builder sees.</param>
    /// <param name="memory">What it has done.</param>
    /// <param name="survey">What is left to do.</param>
    /// <param name="reach">How much of it without a step.</param>
    /// <param name="symmetry">How the view is turned.</param>
    public static void Write(Span<float> facts, in Observation observation, BuilderMemory memory, SiteSurvey survey, Reach reach, Symmetry symmetry)
    {
        facts.Clear();
        var writer = new FactWriter(facts);
        var feet = observation.Locations[observation.Builder].Cell;
        WriteHabits(ref writer, memory, symmetry);
        WriteWay(ref writer, observation.Size, memory, symmetry, feet);
        WriteWork(ref writer, observation, survey, feet);
        Debug.Assert(writer.Written == FirstOfReach);
        WriteReach(ref writer, reach);
        WriteOther(ref writer, observation, symmetry, feet);
    }

    private static void WriteHabits(ref FactWriter writer, BuilderMemory memory, Symmetry symmetry)
    {
        for (var turn = 0; turn < BuilderMemory.Actions; turn++)
        {
            writer.AddChoice(turn < memory.Turns ? (int)symmetry.Turn(memory.TypeBefore(turn)) : -1, ViewShape.Types);
        }

        for (var type = ActionType.Noop; (int)type < ViewShape.Types; type++)
        {
            // Written where the turned type belongs: a share goes with its direction.
            var unturned = symmetry.Inverse.Turn(type);
            writer.Add(memory.LateShares[(int)unturned]);
        }

        var moves = 0f;
        for (var move = ActionType.MovePosX; move <= ActionType.MoveNegZ; move++)
        {
            moves += memory.LongShares[(int)move];
        }

        writer.Add(memory.LongShares[(int)ActionType.Noop]);
        writer.Add(memory.LongShares[(int)ActionType.Place]);
        writer.Add(memory.LongShares[(int)ActionType.Break]);
        writer.Add(moves);
        writer.Add(Math.Log2(1 + memory.PauseLength) / 5);
        writer.Add(memory.PauseLength == 1);
        writer.Add(Math.Log2(1 + memory.SinceEdit) / 5);
        writer.Add(Math.Log2(1 + memory.EditCount) / 8);
        writer.Add(Math.Log2(1 + memory.Turns) / 10);
    }

    private static void WriteWay(ref FactWriter writer, GridSize size, BuilderMemory memory, Symmetry symmetry, BlockPos feet)
    {
        for (var edit = 0; edit < BuilderMemory.Edits; edit++)
        {
            var there = edit < memory.EditCount;
            writer.Add(there && memory.EditBefore(edit).Type == ActionType.Place);
            writer.Add(there && memory.EditBefore(edit).Type == ActionType.Break);
            writer.Add(there ? Offset(size.PosOf(memory.EditBefore(edit).Cell), feet, symmetry) : default, 1.0 / 6);
        }

        foreach (var turn in (ReadOnlySpan<int>)[0, 1, 3, BuilderMemory.Steps - 1])
        {
            writer.Add(turn < memory.Turns ? Offset(memory.PlaceBefore(turn), feet, symmetry) : default, 1.0 / 4);
        }
    }

    private static void WriteWork(ref FactWriter writer, in Observation observation, SiteSurvey survey, BlockPos feet)
    {
        writer.Add(Math.Log2(1 + survey.Left) / 8);
        writer.Add(Math.Log2(1 + survey.ToBreak) / 8);
        writer.Add(Math.Log2(1 + survey.LeftInLowest) / 6);
        writer.Add(survey.Left == 0);
        writer.Add(Math.Clamp((survey.LowestLayer - feet.Y) / 4.0, -1, 1));
        writer.Add((observation.Size.Height - feet.Y) * Site);
        writer.Add(survey.Nearest, 1.0 / 6);
        writer.Add(survey.NearestInLowest, 1.0 / 6);
        writer.Add(Math.Min(survey.NearestDistance, 12) / 12.0);
        foreach (var pull in survey.Pull)
        {
            writer.Add(Math.Clamp(pull, -4, 4) / 2);
        }
    }

    private static void WriteReach(ref FactWriter writer, Reach reach)
    {
        foreach (var count in (ReadOnlySpan<int>)[reach.Placements, reach.PlacementsOfLast, reach.Breaks])
        {
            writer.Add(count > 0);
            writer.Add(count == 1);
            writer.Add(Math.Log2(1 + count) / 5);
        }
    }

    private static void WriteOther(ref FactWriter writer, in Observation observation, Symmetry symmetry, BlockPos feet)
    {
        var found = false;
        for (var other = 0; other < observation.Locations.Length && !found; other++)
        {
            if (other != observation.Builder)
            {
                found = true;
                writer.Add(found);
                writer.Add(Offset(observation.Locations[other].Cell, feet, symmetry), 1.0 / 6);
            }
        }
    }

    private static BlockPos Offset(BlockPos at, BlockPos feet, Symmetry symmetry) =>
        symmetry.Turn(at - feet);
}
