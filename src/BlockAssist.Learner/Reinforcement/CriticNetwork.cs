using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>Foresees how fast the goal will come nearer from a turn on: the discounted mean of the rewards to come.</summary>
/// <remarks>It is shown what the builder is shown, remembers nothing, and is thrown away after training.</remarks>
internal static class CriticNetwork
{
    private const int CellFeatures = 8;
    private const int Features = 64;

    /// <summary>The weights that it has, for a builder of some size.</summary>
    public static IReadOnlyList<WeightShape> Weights(HumanNetworkOptions options)
    {
        var ops = new ShapeOps();
        Run(ops, HumanInput.Shapes(options));
        return ops.Weights;
    }

    /// <summary>Runs it.</summary>
    /// <returns>Turns × 1.</returns>
    public static T Run<T>(INetworkOps<T> ops, HumanInput<T> input)
    {
        var cells = ops.Mean(ops.Relu(ops.Linear(input.Cells, "critic.cells", CellFeatures)), [1]);
        var scene = ops.Relu(ops.Linear(input.Scene, "critic.scene", Features));
        return ops.Linear(ops.Relu(ops.Linear(ops.Concat(1, [cells, scene]), "critic.in", Features)), "critic.out", 1);
    }
}
