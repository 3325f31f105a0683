using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Beliefs;

/// <summary>Infers the goal from what has been built and how: for each cell a distribution over what it will be in the end.</summary>
/// <remarks>
/// Each residual block looks sideways, with the same 3×3 convolutions on every level; then up and down, along whole columns;
/// then everywhere: the mean and the largest of each level are added to all its cells (as in Wu, "Accelerating Self-Play
/// Learning in Go", 2019), for what is built here tells of what is to come there.
/// </remarks>
public sealed class BeliefNetwork(BeliefShape shape, BeliefNetworkOptions options)
{
    /// <summary>What checkpoints and exported files call it.</summary>
    public const string Name = "belief";

    /// <summary>How much there is to see.</summary>
    public BeliefShape Shape { get; } = shape;

    /// <summary>The size.</summary>
    public BeliefNetworkOptions Options { get; } = options;

    private int Columns => Shape.Size.Width * Shape.Size.Depth;

    private int Levels => Shape.Size.Height;

    /// <summary>The weights that it has.</summary>
    public IReadOnlyList<WeightShape> Weights()
    {
        var ops = new ShapeOps();
        Run(ops, [-1, Shape.Size.Volume, Shape.CellFacts], [-1, BeliefShape.SceneFacts]);
        return ops.Weights;
    }

    /// <summary>Runs it.</summary>
    /// <param name="ops">What computes.</param>
    /// <param name="cells">Sites × cells × facts, in order of columns and levels.</param>
    /// <param name="scene">Sites × facts.</param>
    /// <returns>Sites × cells × (blocks, and whether the others will soon be at work there): unnormalised logarithms of probabilities.</returns>
    public T Run<T>(INetworkOps<T> ops, T cells, T scene)
    {
        ArgumentNullException.ThrowIfNull(ops);
        var channels = Options.Channels;
        var around = ops.Reshape(ops.Linear(scene, "scene.in", channels), [-1, 1, channels]);
        var x = ops.Relu(ops.Add(ops.Linear(cells, "cells.in", channels), around));
        for (var block = 0; block < Options.Blocks; block++)
        {
            x = ops.Relu(ops.Add(x, Sideways(ops, x, $"trunk.{block}.sideways")));
            x = ops.Relu(ops.Add(x, UpAndDown(ops, x, $"trunk.{block}.vertical")));
        }

        var both = ops.Concat(2, [x, cells]);
        return ops.Linear(ops.Relu(ops.Linear(both, "cells.both", 2 * channels)), "cells.out", BeliefShape.Answers);
    }

    private T Sideways<T>(INetworkOps<T> ops, T x, string layer)
    {
        var (size, channels) = (Shape.Size, Options.Channels);
        var levels = ops.Permute(ops.Reshape(x, [-1, Columns, Levels, channels]), [0, 2, 3, 1]);
        var planes = ops.Reshape(levels, [-1, channels, size.Width, size.Depth]);
        var inner = ops.Relu(ops.Add(ops.Conv2d(planes, $"{layer}.in", channels, 3), Everywhere(ops, planes, layer)));
        var outer = ops.Reshape(ops.Conv2d(inner, $"{layer}.out", channels, 3), [-1, Levels, channels, Columns]);
        return ops.Reshape(ops.Permute(outer, [0, 3, 1, 2]), [-1, size.Volume, channels]);
    }

    private T UpAndDown<T>(INetworkOps<T> ops, T x, string layer)
    {
        var columns = ops.Reshape(x, [-1, Columns, Levels * Options.Channels]);
        var inner = ops.Relu(ops.Linear(columns, $"{layer}.in", Options.ColumnFeatures));
        return ops.Reshape(ops.Linear(inner, $"{layer}.out", Levels * Options.Channels), [-1, Shape.Size.Volume, Options.Channels]);
    }

    private T Everywhere<T>(INetworkOps<T> ops, T planes, string layer)
    {
        var row = ops.Reshape(planes, [-1, Options.Channels, Columns]);
        var summary = ops.Concat(1, [ops.Mean(row, [2]), ops.Max(row, 2)]);
        return ops.Reshape(ops.Linear(summary, $"{layer}.everywhere", Options.Channels), [-1, Options.Channels, 1, 1]);
    }
}
