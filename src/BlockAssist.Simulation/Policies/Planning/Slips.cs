using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>How an edit goes wrong: with the wrong block, or in the cell beside.</summary>
internal static class Slips
{
    private const int Tries = 4;

    /// <summary>The edit as it slips; the edit itself where no slip is possible.</summary>
    public static BuilderAction Draw(in Observation observation, SiteCells cells, BuilderAction edit, SeededRandom random)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var slip = DrawAny(cells, edit, random);
            if (IsSlip(observation, slip) && observation.Allows(slip))
            {
                return slip;
            }
        }

        return edit;
    }

    private static BuilderAction DrawAny(SiteCells cells, BuilderAction edit, SeededRandom random) =>
        edit.Type == ActionType.Place && random.Next(2) == 0
            ? edit with { Block = Palette.Placeable[random.Next(Palette.Placeable.Length)] }
            : edit with { Cell = DrawNeighbour(cells, edit.Cell, random) };

    private static int DrawNeighbour(SiteCells cells, int cell, SeededRandom random)
    {
        var neighbour = cells.Neighbour(cell, random.Next(SiteCells.DirectionCount));
        return neighbour == SiteCells.None ? cell : neighbour;
    }

    // Nobody builds into itself, not even by mistake; and what turns out right is no slip.
    private static bool IsSlip(in Observation observation, BuilderAction edit)
    {
        var goal = observation.Goal[edit.Cell];
        return edit.Type == ActionType.Place
            ? edit.Block != goal && !observation.Locations[observation.Builder].BodyFills(observation.Size.PosOf(edit.Cell))
            : observation.Blocks[edit.Cell] == goal;
    }
}
