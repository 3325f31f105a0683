using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>As people do it: dig out the ground, then go from block to neighbouring block in runs of one kind, close by.</summary>
internal sealed class PersonalOrder(HumanStyle style) : IWorkOrder
{
    private const int Ground = 1;
    private const int OtherBlockCost = 6;
    private const int PhaseCost = 1 << 12;
    private const int ColumnsAtOnce = 3;
    private const int ArmLength = 2;

    private bool[] _outline = [];
    private Block _inHand;

    /// <inheritdoc/>
    public int ExtraMovesForComfort => 3;

    /// <summary>Looks at the goal, before the first edit of an episode.</summary>
    public void Study(in Observation observation, SiteCells cells)
    {
        _inHand = Block.Air;
        if (_outline.Length != cells.Count)
        {
            _outline = new bool[cells.Count];
        }

        var goal = observation.Goal;
        for (var cell = 0; cell < goal.Length; cell++)
        {
            _outline[cell] = IsOutline(cells.PlaceOf(cell), cells.Size, goal);
        }
    }

    /// <summary>Notes the block that it works with.</summary>
    public void TakeInHand(Block block) => _inHand = block;

    /// <inheritdoc/>
    public int RankOf(SiteCells cells, BuilderAction edit, int last)
    {
        var nearness = last == SiteCells.None ? 0 : cells.Distance(edit.Cell, last);
        var isOther = edit.Type == ActionType.Place && edit.Block != _inHand;
        return (PhaseOf(cells, edit) * PhaseCost) + nearness + (isOther ? OtherBlockCost : 0);
    }

    /// <inheritdoc/>
    public bool IsComfortable(SiteCells cells, int feet, int target)
    {
        var (stand, there) = (cells.PlaceOf(feet), cells.PlaceOf(target));
        var (x, y, z) = (Math.Abs(stand.X - there.X), there.Y - stand.Y, Math.Abs(stand.Z - there.Z));
        return Math.Max(x, z) <= ArmLength && x + z >= 1 && y is >= -3 and <= 2;
    }

    // The ground is dug out first and filled then; above, a band of layers is outlined and then filled.
    private int PhaseOf(SiteCells cells, BuilderAction edit)
    {
        var at = cells.PlaceOf(edit.Cell);
        var y = at.Y;
        if (y <= Ground)
        {
            return edit.Type == ActionType.Break ? 0 : 1;
        }

        var band = 1 + ((y - Ground - 1) / style.LayersAtOnce);
        var part = PartOf(at, cells.Size) * cells.Size.Height;
        return (2 * (part + band)) + (style.OutlineFirst && !_outline[edit.Cell] ? 1 : 0);
    }

    private int PartOf(BlockPos at, GridSize size) => style.Sweep switch
    {
        Sweep.PosX => at.X / ColumnsAtOnce,
        Sweep.NegX => (size.Width - 1 - at.X) / ColumnsAtOnce,
        Sweep.PosZ => at.Z / ColumnsAtOnce,
        Sweep.NegZ => (size.Depth - 1 - at.Z) / ColumnsAtOnce,
        _ => 0,
    };

    private static bool IsOutline(BlockPos at, GridSize size, ReadOnlySpan<Block> goal)
    {
        foreach (var step in BlockPos.Directions)
        {
            var beside = at + step;
            if (step.Y == 0 && (!size.Contains(beside) || goal[size.CellAt(beside)] == Block.Air))
            {
                return true;
            }
        }

        return false;
    }
}
