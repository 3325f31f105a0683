using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>A structure that loses slices one by one, with what each further loss would cost.</summary>
internal sealed class Seams
{
    private readonly BlockGrid _structure;
    private readonly SeamAxis[] _axes;
    private readonly int[][] _solids; // for each axis and original slice, how many blocks are left in it

    public Seams(BlockGrid structure)
    {
        _structure = structure;
        _axes = [new(structure.Size.Width), new(structure.Size.Height), new(structure.Size.Depth)];
        _solids = [new int[structure.Size.Width], new int[structure.Size.Height], new int[structure.Size.Depth]];
        for (var cell = 0; cell < structure.Size.Volume; cell++)
        {
            if (structure[cell] != Block.Air)
            {
                Count(structure.Size.PosOf(cell), 1);
            }
        }
    }

    /// <summary>How many slices are left along an axis.</summary>
    public int Length(int axis) => _axes[axis].Kept.Count;

    /// <summary>The share of a slice that is not air.</summary>
    public double Density(int axis, int index)
    {
        var area = Length((axis + 1) % 3) * Length((axis + 2) % 3);
        return (double)_solids[axis][_axes[axis].Kept[index]] / area;
    }

    /// <summary>By how much the root mean square distance of cells from their original relative places would grow.</summary>
    public double AddedDistance(int axis, int index)
    {
        var others = _axes[(axis + 1) % 3].MeanSquare + _axes[(axis + 2) % 3].MeanSquare;
        var before = Math.Sqrt((others + _axes[axis].MeanSquare) / 3);
        return Math.Sqrt((others + _axes[axis].MeanSquareWithout(index)) / 3) - before;
    }

    /// <summary>Removes a slice.</summary>
    public void Remove(int axis, int index)
    {
        List<int> slice = [_axes[axis].Kept[index]];
        foreach (var x in axis == 0 ? slice : _axes[0].Kept)
        {
            foreach (var y in axis == 1 ? slice : _axes[1].Kept)
            {
                foreach (var z in axis == 2 ? slice : _axes[2].Kept)
                {
                    if (_structure[x, y, z] != Block.Air)
                    {
                        Count(new BlockPos(x, y, z), -1);
                    }
                }
            }
        }

        _axes[axis].Remove(index);
    }

    /// <summary>What is left.</summary>
    public BlockGrid ToGrid()
    {
        var left = new BlockGrid(new GridSize(Length(0), Length(1), Length(2)));
        for (var cell = 0; cell < left.Size.Volume; cell++)
        {
            var at = left.Size.PosOf(cell);
            left[cell] = _structure[_axes[0].Kept[at.X], _axes[1].Kept[at.Y], _axes[2].Kept[at.Z]];
        }

        return left;
    }

    private void Count(BlockPos at, int change)
    {
        _solids[0][at.X] += change;
        _solids[1][at.Y] += change;
        _solids[2][at.Z] += change;
    }
}
