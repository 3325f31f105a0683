using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>The shortest row of extra blocks that leads from what stands to a part of the goal that floats.</summary>
internal sealed class Scaffold(Terrain terrain, WorkList work)
{
    private readonly int[] _queue = new int[terrain.Cells.Count];
    private readonly int[] _cameFrom = new int[terrain.Cells.Count];

    /// <summary>Finds the first cell of the row, beside what stands.</summary>
    /// <param name="served">The floating cell that it leads to.</param>
    /// <returns>The cell to fill; <see cref="SiteCells.None"/> if nothing floats that is to be worked on.</returns>
    public int FindFirst(out int served)
    {
        served = FindFloating();
        var first = served;
        while (first != SiteCells.None && terrain[_cameFrom[first]] == Block.Air)
        {
            first = _cameFrom[first];
        }

        return first;
    }

    private int FindFloating()
    {
        var count = 0;
        for (var cell = 0; cell < terrain.Cells.Count; cell++)
        {
            _cameFrom[cell] = SiteCells.None;
            if (terrain[cell] != Block.Air)
            {
                _queue[count++] = cell;
            }
        }

        for (var next = 0; next < count; next++)
        {
            foreach (var neighbour in terrain.Cells.NeighboursOf(_queue[next]))
            {
                if (neighbour != SiteCells.None && terrain[neighbour] == Block.Air && _cameFrom[neighbour] == SiteCells.None)
                {
                    _cameFrom[neighbour] = _queue[next];
                    _queue[count++] = neighbour;
                    if (work.IsLoose(neighbour) && !work.IsHeld(neighbour) && work.IsOpen(neighbour))
                    {
                        return neighbour;
                    }
                }
            }
        }

        return SiteCells.None;
    }
}
