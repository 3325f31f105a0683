namespace BlockAssist.Simulation.Policies;

/// <summary>Tells what somebody who does not see the goal believes it to be: to be shown, and to be asked about.</summary>
public interface IGoalBelief
{
    /// <summary>Rises whenever what is believed changes: who shows it need not look again as long as it stays.</summary>
    int Version { get; }

    /// <summary>What is believed of each cell, in cell order; empty before the first turn. Valid until the next one.</summary>
    ReadOnlySpan<CellBelief> Beliefs { get; }
}
