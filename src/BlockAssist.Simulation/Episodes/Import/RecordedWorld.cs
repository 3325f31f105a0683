using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Import;

/// <summary>The world as a recording tells it, whatever our rules say; and how a site must change to be like it.</summary>
internal sealed class RecordedWorld
{
    private readonly BlockGrid _blocks;
    private readonly sbyte[] _lastInteracted;
    private readonly Location[] _places;
    private readonly Dictionary<int, Inventory> _inventories = [];

    /// <summary>The world as a site is now.</summary>
    public RecordedWorld(BuildSite site)
    {
        _blocks = new BlockGrid(site.Size, site.Blocks);
        _lastInteracted = [.. site.LastInteracted];
        _places = [.. site.Locations];
    }

    /// <summary>The blocks.</summary>
    public BlockGrid Blocks => _blocks;

    /// <summary>Where the builders are.</summary>
    public ReadOnlySpan<Location> Places => _places;

    /// <summary>A cell was found changed.</summary>
    public void SetCell(int cell, Block block) => _blocks[cell] = block;

    /// <summary>A builder was found elsewhere.</summary>
    public void SetPlace(int builder, Location feet) => _places[builder] = feet;

    /// <summary>A builder was found with other blocks in hand.</summary>
    public void SetInventory(int builder, Inventory inventory) => _inventories[builder] = inventory;

    /// <summary>A recorded action had its effect.</summary>
    public void Act(in MbagRow row, BuildSite site)
    {
        if (row.Action.IsEdit)
        {
            var isPalette = site.IsPalette(row.Action.Cell);
            _blocks[row.Action.Cell] = isPalette ? site.Goal[row.Action.Cell] : row.Action.Block;
            _lastInteracted[row.Action.Cell] = (sbyte)row.Builder;
        }
        else if (row.Action.IsMove)
        {
            _places[row.Builder] = row.Feet ?? Location.Standing(_places[row.Builder].Cell + MoveRules.StepOf(row.Action.Type));
        }
    }

    /// <summary>How many cells more equal the goal here than on a site.</summary>
    public int SimilarityBeyond(BuildSite site) =>
        site.Blocks.SequenceEqual(_blocks.Blocks)
            ? 0
            : GoalProgress.CountMatching(_blocks.Blocks, site.Goal) - GoalProgress.CountMatching(site.Blocks, site.Goal);

    /// <summary>What must change on the site; null if nothing.</summary>
    public SiteCorrection? Against(BuildSite site)
    {
        var cells = new List<SiteCorrection.Cell>();
        for (var cell = 0; cell < _lastInteracted.Length; cell++)
        {
            if (site.Blocks[cell] != _blocks[cell] || site.LastInteracted[cell] != _lastInteracted[cell])
            {
                cells.Add(new SiteCorrection.Cell(cell, _blocks[cell], _lastInteracted[cell]));
            }
        }

        var places = Enumerable.Range(0, _places.Length)
            .Where(builder => site.LocationOf(builder) != _places[builder])
            .Select(builder => new SiteCorrection.Place(builder, _places[builder])).ToArray();
        var hands = _inventories.Select(pair => new SiteCorrection.Hands(pair.Key, pair.Value)).ToArray();
        _inventories.Clear();
        return cells.Count + places.Length + hands.Length == 0
            ? null
            : new SiteCorrection { Cells = cells, Places = places, Inventories = hands };
    }
}
