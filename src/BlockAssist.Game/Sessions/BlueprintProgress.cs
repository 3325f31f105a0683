using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>How far a blueprint is built, kept up to date block by block.</summary>
/// <remarks>
/// Counts are kept layer by layer: a changed block costs the same however large the site is, and a filter of layers adds up
/// at most as many counts as the site is high. Ground that stays as it is does not count.
/// </remarks>
public sealed class BlueprintProgress
{
    private readonly GridSize _size;
    private readonly Block[] _goal;
    private readonly Block[] _blocks;
    private readonly Block[] _ground;
    private readonly ProgressCounts[] _layers;
    private readonly int[] _materials;

    /// <summary>Counts everything once.</summary>
    /// <param name="size">The size of the site.</param>
    /// <param name="goal">The goal, in cell order.</param>
    /// <param name="blocks">The blocks, in cell order.</param>
    public BlueprintProgress(GridSize size, ReadOnlySpan<Block> goal, ReadOnlySpan<Block> blocks)
    {
        (_size, _goal, _blocks) = (size, goal.ToArray(), blocks.ToArray());
        _ground = SiteGround.Reset(size).Blocks.ToArray();
        _layers = new ProgressCounts[size.Height];
        _materials = new int[size.Height * Palette.Count];
        for (var cell = 0; cell < _blocks.Length; cell++)
        {
            Add(cell, 1);
        }
    }

    /// <summary>The size of the site.</summary>
    public GridSize Size => _size;

    /// <summary>The goal, in cell order.</summary>
    public ReadOnlySpan<Block> Goal => _goal;

    /// <summary>Rises with every change of a cell: who shows how cells compare need not look again as long as it stays.</summary>
    public int Version { get; private set; }

    /// <summary>How all cells compare.</summary>
    public ProgressCounts Total => Count(LayerFilter.All);

    /// <summary>How a cell compares.</summary>
    public CellStatus this[int cell] =>
        _blocks[cell] != _goal[cell]
            ? _goal[cell] == Block.Air ? CellStatus.Extra : _blocks[cell] == Block.Air ? CellStatus.Missing : CellStatus.Wrong
            : _goal[cell] == _ground[cell] ? CellStatus.Untouched
            : CellStatus.Right;

    /// <summary>How the cells of some layers compare.</summary>
    public ProgressCounts Count(LayerFilter filter)
    {
        var sum = default(ProgressCounts);
        for (var y = 0; y < _layers.Length; y++)
        {
            sum += filter.Contains(y) ? _layers[y] : default;
        }

        return sum;
    }

    /// <summary>How many blocks of a kind are still to be placed.</summary>
    public int Needed(Block block, LayerFilter filter = default)
    {
        var sum = 0;
        for (var y = 0; y < _layers.Length; y++)
        {
            sum += filter.Contains(y) ? _materials[(y * Palette.Count) + (int)block] : 0;
        }

        return sum;
    }

    /// <summary>A cell changed.</summary>
    internal void Change(int cell, Block block)
    {
        Add(cell, -1);
        _blocks[cell] = block;
        Add(cell, 1);
        Version++;
    }

    private void Add(int cell, int sign)
    {
        var (status, y) = (this[cell], _size.PosOf(cell).Y);
        _layers[y] = _layers[y].With(status, sign);
        _materials[(y * Palette.Count) + (int)_goal[cell]] += status is CellStatus.Missing or CellStatus.Wrong ? sign : 0;
    }
}
