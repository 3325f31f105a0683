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
            stoodIn = OpenIn(feet);
            if (other != observation.Builder && stoodIn != SiteCells.None && !CanLeave(stoodIn) && RoofOf(observation, feet) is var roof && roof != SiteCells.None)
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
        var head = Cells.Neighbour(feet, SiteCells.Up);
        return work.IsOpen(feet) ? feet : work.IsOpen(head) ? head : SiteCells.None;
    }

    // From the two places where a body is in the cell.
    private bool CanLeave(int cell)
    {
        var below = Cells.Neighbour(cell, SiteCells.Down);
        return CanLeaveFrom(cell, cell, below) || CanLeaveFrom(below, cell, below);
    }

    private bool CanLeaveFrom(int feet, int cell, int below)
    {
        if (feet == SiteCells.None || !terrain.Fits(feet))
        {
            return false;
        }

        foreach (var next in Cells.NeighboursOf(feet))
        {
            if (next != SiteCells.None && next != cell && next != below && terrain.Fits(next))
            {
                return true;
            }
        }

        return false;
    }
}
