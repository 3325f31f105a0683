using BlockAssist.Simulation.Goals.Proposing;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>What an iteration of self-play showed.</summary>
/// <param name="Iteration">How many there were with it.</param>
/// <param name="Turns">How many turns were played.</param>
/// <param name="CellsATurn">By how many cells a turn brought goals nearer.</param>
/// <param name="Level">How hard goals were.</param>
/// <param name="Judged">What was built to the end, or as far as the steps went.</param>
/// <param name="Learning">What the steps of training showed.</param>
/// <param name="Proposer">What was made up so far.</param>
/// <param name="Played">How long it was played.</param>
/// <param name="Learnt">How long it was learnt.</param>
public sealed record SelfPlayFigures(
    int Iteration, int Turns, double CellsATurn, double Level, IReadOnlyList<JudgedProposal> Judged, PolicyFigures Learning, ProposerFigures Proposer, TimeSpan Played, TimeSpan Learnt);
