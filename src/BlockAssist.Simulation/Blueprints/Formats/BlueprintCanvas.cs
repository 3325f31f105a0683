using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Text;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>A structure while it is being read: cells of our palette, and cells of blocks that nobody knows yet.</summary>
internal sealed class BlueprintCanvas
{
    private readonly BlueprintSource _source;
    private readonly BlockGrid _known;
    private readonly Dictionary<string, int> _unknownByName = [];
    private readonly List<string> _unknownNames = [];

    /// <summary>For each cell which unmapped block it holds, counted from 1, or 0; made when the first one comes.</summary>
    /// <remarks>The grid holds air in such cells for the time being.</remarks>
    private int[]? _unknownCells;

    private BlueprintCanvas(BlueprintSource source, GridSize size)
    {
        _source = source;
        _known = new BlockGrid(size);
    }

    /// <summary>The size of the structure.</summary>
    public GridSize Size => _known.Size;

    /// <summary>An empty canvas; refuses absurd sizes before it takes memory.</summary>
    public static BlueprintCanvas Create(BlueprintSource source, long width, long height, long depth, string where)
    {
        CheckSize(source.Limits, width, height, depth, where);
        return new BlueprintCanvas(source, new GridSize((int)width, (int)height, (int)depth));
    }

    /// <summary>Refuses sides and volumes beyond the limits.</summary>
    public static void CheckSize(BlueprintLimits limits, long width, long height, long depth, string where)
    {
        var longest = limits.MaxDimension;
        if (width < 1 || height < 1 || depth < 1 || width > longest || height > longest || depth > longest)
        {
            throw new BlueprintFormatException($"a size of {width}×{height}×{depth}", where, $"1 to {longest} on every side");
        }

        if (width * height * depth > limits.MaxVolume)
        {
            throw new BlueprintFormatException($"a size of {width}×{height}×{depth}", where, $"at most {limits.MaxVolume} cells");
        }
    }

    /// <summary>What a block of the file becomes here.</summary>
    public CanvasBlock Resolve(BlockState state) => BlockTable.Default.Find(state) is { } block ? new CanvasBlock(block) : Unknown(state.Name);

    /// <summary>What an unmapped block becomes here: a mark that <see cref="Finish"/> replaces.</summary>
    public CanvasBlock Unknown(string name)
    {
        if (!_unknownByName.TryGetValue(name, out var index))
        {
            index = _unknownNames.Count;
            if (index == _source.Limits.MaxPalette)
            {
                throw new BlueprintFormatException($"more than {index} different unknown blocks", "the block palette", $"at most {index}");
            }

            _unknownByName.Add(name, index);
            _unknownNames.Add(name);
        }

        return new CanvasBlock(index);
    }

    /// <summary>Sets a cell.</summary>
    public void Set(int x, int y, int z, CanvasBlock block) => Set(Size.CellAt(x, y, z), block);

    /// <summary>Sets a cell by its number.</summary>
    public void Set(int cell, CanvasBlock block)
    {
        _known[cell] = block.Known;
        if (block.UnknownIndex is { } index)
        {
            _unknownCells ??= new int[Size.Volume];
            _unknownCells[cell] = index + 1;
        }
        else if (_unknownCells is not null)
        {
            _unknownCells[cell] = 0;
        }
    }

    /// <summary>Fills in what nobody knows and hands over the structure.</summary>
    public BlueprintImport Finish(BlueprintFormat format, string? nameInside)
    {
        var blocks = _unknownCells is null ? _known : UnknownCells.Fill(_known, _unknownCells);
        return new BlueprintImport(new Blueprint(_source.NameOr(nameInside), blocks), format, [.. CountUnmapped()]);
    }

    private IEnumerable<UnmappedBlock> CountUnmapped()
    {
        var counts = new int[_unknownNames.Count + 1];
        foreach (var index in _unknownCells ?? [])
        {
            counts[index]++;
        }

        return _unknownNames.Select((name, index) => new UnmappedBlock(OneLine.Of(name), counts[index + 1]))
            .Where(block => block.Count > 0)
            .OrderByDescending(block => block.Count)
            .ThenBy(block => block.Name, StringComparer.Ordinal);
    }
}
