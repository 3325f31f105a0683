namespace BlockAssist.Simulation.Policies;

/// <summary>How a person wants to be helped: how surely, and cell by cell.</summary>
/// <param name="cells">How many cells the site has.</param>
public sealed class HelpWishes(int cells)
{
    private readonly CellWish[] _cells = new CellWish[cells];

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>How likely a change must be right to be made, 0.5 to 1; null: as the helper itself thinks fit.</summary>
    public double? Sureness
    {
        get;
        set => Change(ref field, value);
    }

    /// <summary>Whether only what is wanted expressly is to be done.</summary>
    public bool OnlyWanted
    {
        get;
        set => Change(ref field, value);
    }

    /// <summary>What is wanted of a cell.</summary>
    public CellWish this[int cell]
    {
        get => _cells[cell];
        set => Change(ref _cells[cell], value);
    }

    /// <summary>Becomes the same as others for a site of the same size.</summary>
    public void CopyFrom(HelpWishes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other._cells.CopyTo(_cells, 0);
        (Sureness, OnlyWanted, Version) = (other.Sureness, other.OnlyWanted, other.Version);
    }

    private void Change<T>(ref T place, T value)
        where T : struct, IEquatable<T>
    {
        Version += place.Equals(value) ? 0 : 1;
        place = value;
    }

    private void Change(ref double? place, double? value)
    {
        Version += place == value ? 0 : 1;
        place = value;
    }
}
