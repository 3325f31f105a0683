namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>An episode with a helper, and that of the human alone on the same house with the same seed.</summary>
internal readonly record struct EpisodePair(AssistedEpisode Helped, AssistedEpisode Alone);
