namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>What was done to make up a goal.</summary>
public enum ProposalKind
{
    /// <summary>A made-up house as it is.</summary>
    House,
}
