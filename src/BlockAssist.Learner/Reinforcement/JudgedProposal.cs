using BlockAssist.Simulation.Goals.Proposing;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>How far a proposal was built.</summary>
/// <param name="Kind">How it was made up.</param>
/// <param name="Level">How hard it was meant to be.</param>
/// <param name="Share">0: as at the start; 1: it stands.</param>
public readonly record struct JudgedProposal(ProposalKind Kind, int Level, double Share);
