using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>The block above somebody who is walled in where another block is still to go.</summary>
internal sealed class Rescue(Terrain terrain, WorkList work)
{
    private SiteCells Cells => terrain.Cells;

    /// <summary>Finds the block whose absence lets somebody go up.</summary>
    /// <param name="observation">What the builder sees.</param>
    /// <param name="stoodIn">The cell that is to be filled.</param>
    /// <returns>The cell to break; <see cref="SiteCells.None"/> if nobody is walled in so.</returns>
    public int FindRoof(in Observation observation, out int stoodIn)
    {
        for (var other = 0; other < observation.Locations.Length; other++)
        {
            var feet = Cells.Size.CellAt(observation.Locations[other].Cell);
            var roof = RoofOf(observation, feet);
            stoodIn = other == observation.Builder || roof == SiteCells.None ? SiteCells.None : OpenIn(feet);
            if (stoodIn != SiteCells.None && !CanLeave(stoodIn))
            {
                return roof;
            }
        }

        return stoodIn = SiteCells.None;
    }

    private int RoofOf(in Observation observation, int feet)
    {
        var head = Cells.Neighbour(feet, SiteCells.Up);
        var roof = head == SiteCells.None ? SiteCells.None : Cells.Neighbour(head, SiteCells.Up);
        return roof == SiteCells.None || terrain[roof] is Block.Air or Block.Bedrock || observation.IsPalette(roof) ? SiteCells.None : roof;
    }

    private int OpenIn(int feet)
    {
        foreach (var cell in work.Open)
        {
            if (terrain[cell] == Block.Air && Cells.BodyFills(feet, cell))
            {
                return cell;
            }
        }

        return SiteCells.None;
    }

    // From the two places where a body is in the cell.
    private bool CanLeave(int cell)
    {
        var below = Cells.Neighbour(cell, SiteCells.Down);
        return CanLeaveFrom(cell, cell, below) || CanLeaveFrom(below, cell, below);
    }

    private bool CanLeaveFrom(int feet, int cell, int below)
    {
        if (!Fits(feet))
        {
            return false;
        }

        foreach (var next in Cells.NeighboursOf(feet))
        {
            if (next != cell && next != below && Fits(next))
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(int feet) =>
        feet != SiteCells.None && terrain[feet] == Block.Air && (Cells.Neighbour(feet, SiteCells.Up) is var head && (head == SiteCells.None || terrain[head] == Block.Air));
}
