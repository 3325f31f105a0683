using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Training;

/// <summary>What a training must know of the network that it trains.</summary>
/// <param name="Name">What checkpoints call it.</param>
/// <param name="Options">Its size, as checkpoints keep it: JSON.</param>
/// <param name="Weights">The weights that it has.</param>
public sealed record TrainedNetwork(string Name, string Options, IReadOnlyList<WeightShape> Weights);
