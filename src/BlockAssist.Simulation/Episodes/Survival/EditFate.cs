using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Survival;

/// <summary>An edit of an assistant, and what became of it.</summary>
/// <param name="Step">The step in which it was made, from 0.</param>
/// <param name="Builder">Who made it.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Before">What was there.</param>
/// <param name="After">What it made of it.</param>
public sealed record EditFate(int Step, int Builder, int Cell, Block Before, Block After)
{
    /// <summary>Whether it stood after as many of the player's actions as are watched.</summary>
    public bool Stood { get; init; }

    /// <summary>Whether it stands at the end.</summary>
    public bool StandsAtEnd { get; init; }

    /// <summary>Whether the player took it back while it was watched: by an edit there, by asking for it, or by turning it down.</summary>
    public bool IsBroken { get; init; }
}
