namespace BlockAssist.Learner.Policies;

/// <summary>How a human model that foresees people plays itself.</summary>
public sealed record PlayStyle
{
    /// <summary>As people play, as far as the model knows them.</summary>
    public static PlayStyle AsPeople { get; } = new();

    /// <summary>With fewer slips and pauses: as people who know what they want. Chosen by how far made-up houses were built.</summary>
    public static PlayStyle Steady { get; } = new() { Slips = 0.5, Pauses = 0.75 };

    /// <summary>How much chance has a hand in what kind of thing is done next: 1 as often as people; below, the likely more often; 0 always the likeliest action.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>How much chance has a hand in the cell and the block: 1 as people, slips among it; below, fewer slips.</summary>
    public double Slips { get; init; } = 1;

    /// <summary>How likely a pause is, as a multiple of what it is of people; 0 for none.</summary>
    public double Pauses { get; init; } = 1;

    /// <summary>Complains about a value out of its range.</summary>
    internal PlayStyle Demanded()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Temperature);
        ArgumentOutOfRangeException.ThrowIfNegative(Slips);
        ArgumentOutOfRangeException.ThrowIfNegative(Pauses);
        return this;
    }
}
