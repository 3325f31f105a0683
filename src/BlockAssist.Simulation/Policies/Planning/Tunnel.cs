using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>A way to a place from which an edit can be done, through blocks where there is no other; the fewest blocks first.</summary>
internal sealed class Tunnel(Terrain terrain, WorkList work)
{
    private const int DigCost = 1 << 20;

    private readonly PriorityQueue<int, int> _queue = new(2 * terrain.Cells.Count);
    private readonly int[] _cost = new int[terrain.Cells.Count];
    private readonly int[] _cameFrom = new int[terrain.Cells.Count];

    /// <summary>Finds the first block to break on the way.</summary>
    /// <param name="observation">What the builder sees.</param>
    /// <param name="edit">What it wants to do in the end; if that is nothing, it looks for room to be in.</param>
    /// <param name="path">Where to write the walk to the place from which to break.</param>
    /// <param name="length">How many cells that walk has.</param>
    /// <returns>The cell to break; <see cref="SiteCells.None"/> if nothing is in the way, or nothing helps.</returns>
    public int FindObstacle(in Observation observation, BuilderAction edit, Span<int> path, out int length)
    {
        length = 0;
        var goal = FindPlace(observation, edit);
        if (goal == SiteCells.None || _cost[goal] < DigCost)
        {
            return SiteCells.None;
        }

        while (_cost[goal] >= DigCost)
        {
            (goal, length) = (_cameFrom[goal], goal);
        }

        var obstacle = terrain[length] != Block.Air ? length : terrain.Cells.Neighbour(length, SiteCells.Up);
        length = _cost[goal] + 1;
        for (var at = goal; at != SiteCells.None; at = _cameFrom[at])
        {
            path[_cost[at]] = at;
        }

        return obstacle;
    }

    private int FindPlace(in Observation observation, BuilderAction edit)
    {
        Array.Fill(_cost, int.MaxValue);
        _queue.Clear();
        Reach(terrain.Start, SiteCells.None, 0);
        while (_queue.TryDequeue(out var feet, out var cost))
        {
            if (cost != _cost[feet])
            {
                continue;
            }

            if (Suits(observation, edit, feet))
            {
                return feet;
            }

            foreach (var neighbour in terrain.Cells.NeighboursOf(feet))
            {
                if (neighbour != SiteCells.None && !terrain.IsTaken(neighbour) && CanDig(observation, neighbour, out var digs))
                {
                    Reach(neighbour, feet, cost + 1 + (digs * DigCost));
                }
            }
        }

        return SiteCells.None;
    }

    private void Reach(int feet, int from, int cost)
    {
        if (cost < _cost[feet])
        {
            (_cost[feet], _cameFrom[feet]) = (cost, from);
            _queue.Enqueue(feet, cost);
        }
    }

    // Who has dug up to a cell sees it, whatever hid it before.
    private bool Suits(in Observation observation, BuilderAction edit, int feet)
    {
        if (!edit.IsEdit)
        {
            return work.IsRoom(feet);
        }

        var cells = terrain.Cells;
        if (cells.BodyFills(feet, edit.Cell))
        {
            return false;
        }

        var head = cells.Neighbour(feet, SiteCells.Up);
        return cells.Distance(feet, edit.Cell) == 1
            || (head != SiteCells.None && cells.Distance(head, edit.Cell) == 1)
            || observation.AllowsFrom(cells.PlaceOf(feet), edit);
    }

    private bool CanDig(in Observation observation, int feet, out int digs)
    {
        var head = terrain.Cells.Neighbour(feet, SiteCells.Up);
        digs = terrain[feet] == Block.Air ? 0 : 1;
        digs += head == SiteCells.None || terrain[head] == Block.Air ? 0 : 1;
        return IsDiggable(observation, feet) && (head == SiteCells.None || IsDiggable(observation, head));
    }

    private bool IsDiggable(in Observation observation, int cell) =>
        terrain[cell] == Block.Air || (terrain[cell] != Block.Bedrock && !observation.IsPalette(cell));
}
