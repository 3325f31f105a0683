namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>What came of an episode in which a human builds, alone or helped.</summary>
/// <param name="Human">The episode, and what the human did in it.</param>
/// <param name="CellsGained">Cells that were wrong at the start and right at the end, whoever did it.</param>
/// <param name="Helper">What the helper did; null if there was none.</param>
public sealed record AssistedEpisode(PlayedEpisode Human, int CellsGained, HelperDeeds? Helper);
