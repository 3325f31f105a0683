using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;

namespace BlockAssist.Learner.Beliefs;

/// <summary>A <see cref="BeliefNetwork"/> as it is served.</summary>
public sealed class ServedBeliefNetwork(BeliefNetwork network) : IServedNetwork
{
    /// <summary>The input of facts about cells.</summary>
    public const string Cells = "cells";

    /// <summary>The input of facts about the rest.</summary>
    public const string Scene = "scene";

    /// <summary>The output: unnormalised logarithms of probabilities, cell by cell.</summary>
    public const string Scores = "scores";

    /// <inheritdoc/>
    public string Name => BeliefNetwork.Name;

    /// <inheritdoc/>
    public IReadOnlyList<ServedInput> Inputs =>
    [
        new(Cells, [-1, network.Shape.Size.Volume, network.Shape.CellFacts]),
        new(Scene, [-1, BeliefShape.SceneFacts]),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => [Scores];

    /// <inheritdoc/>
    public IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return [network.Run(ops, inputs[0], inputs[1])];
    }
}
