using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes;

/// <summary>How the site was changed from outside the game: what a replay must change too, to go on exactly.</summary>
public sealed record SiteCorrection
{
    /// <summary>What a cell holds now.</summary>
    /// <param name="Index">The cell.</param>
    /// <param name="Block">Its block.</param>
    /// <param name="LastInteracted">Who last changed it; <see cref="BuildSite.Nobody"/> for none.</param>
    public readonly record struct Cell(int Index, Block Block, sbyte LastInteracted);

    /// <summary>Where a builder stands now.</summary>
    /// <param name="Builder">Who.</param>
    /// <param name="Feet">Where, in the site or not far from it.</param>
    public readonly record struct Place(int Builder, Location Feet);

    /// <summary>What a builder carries now.</summary>
    /// <param name="Builder">Who.</param>
    /// <param name="Inventory">What.</param>
    public readonly record struct Hands(int Builder, Inventory Inventory);

    /// <summary>The cells.</summary>
    public IReadOnlyList<Cell> Cells { get; init; } = [];

    /// <summary>The builders who stand elsewhere.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>The builders who carry something else.</summary>
    public IReadOnlyList<Hands> Inventories { get; init; } = [];

    /// <summary>The new time of the reward schedules; null: as before.</summary>
    public long? GlobalTimestep { get; init; }

    /// <summary>Makes the changes.</summary>
    internal void ApplyTo(BuildSite site)
    {
        foreach (var cell in Cells)
        {
            site.SetBlock(cell.Index, cell.Block, cell.LastInteracted);
        }

        foreach (var place in Places)
        {
            site.MoveTo(place.Builder, place.Feet);
        }

        foreach (var hands in Inventories)
        {
            site.InventoryOf(hands.Builder).CopyFrom(hands.Inventory);
        }

        site.GlobalTimestep = GlobalTimestep ?? site.GlobalTimestep;
    }
}
