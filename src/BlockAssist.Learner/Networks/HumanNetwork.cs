using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Networks;

/// <summary>The human model: what a person who sees the goal will do next.</summary>
/// <remarks>
/// Convolutions over the 9×9 columns around the builder, with the levels as channels; facts about the rest; an LSTM over
/// turns. What comes out is factored: which kind of action, into or from which cell, and which block. See docs/learner.md.
/// </remarks>
public sealed class HumanNetwork(HumanNetworkOptions options)
{
    /// <summary>What checkpoints, segments and exported files call it.</summary>
    public const string Name = "human";

    private const int Columns = ViewShape.Edge * ViewShape.Edge;

    /// <summary>The size.</summary>
    public HumanNetworkOptions Options { get; } = options;

    /// <summary>The weights that it has.</summary>
    public IReadOnlyList<WeightShape> Weights()
    {
        var ops = new ShapeOps();
        Run(ops, HumanInput.Shapes(Options));
        return ops.Weights;
    }

    /// <summary>What is remembered before the first turn: nothing.</summary>
    public (Tensor Hidden, Tensor Cell) NoMemory(int batch, Device device) =>
        (zeros([1, batch, Options.Memory], device: device), zeros([1, batch, Options.Memory], device: device));

    /// <summary>Runs it.</summary>
    /// <returns>Unnormalised logarithms of probabilities, masks not yet applied.</returns>
    public HumanOutput<T> Run<T>(INetworkOps<T> ops, HumanInput<T> input)
    {
        ArgumentNullException.ThrowIfNull(ops);
        ArgumentNullException.ThrowIfNull(input);
        var cells = ops.Relu(ops.Linear(input.Cells, "cells.in", Options.CellFeatures));
        var image = Trunk(ops, cells);
        var context = Summary(ops, image, input.Scene);
        var (hidden, cell) = (input.Hidden, input.Cell);
        if (Options.Memory > 0)
        {
            (var remembered, hidden, cell) = ops.Lstm(ops.Reshape(context, [input.Batch < 0 ? 1 : -1, input.Batch, Options.Context]), hidden, cell, "memory", Options.Memory);
            context = ops.Concat(1, [context, ops.Reshape(remembered, [-1, Options.Memory])]);
        }

        context = ops.Dropout(context, Options.Dropout);
        return new HumanOutput<T>
        {
            Types = ops.Linear(ops.Relu(ops.Linear(context, "types.in", Options.Context)), "types.out", ViewShape.Types),
            Cells = CellHead(ops, image, cells, context),
            Blocks = ops.Linear(ops.Relu(ops.Linear(input.Blocks, "blocks.in", 16)), "blocks.out", 2),
            Hidden = hidden,
            Cell = cell,
        };
    }

    private T Trunk<T>(INetworkOps<T> ops, T cells)
    {
        var columns = ops.Reshape(cells, [-1, ViewShape.Edge, ViewShape.Edge, ViewShape.Levels * Options.CellFeatures]);
        var x = ops.Permute(ops.Relu(ops.Linear(columns, "trunk.in", Options.Channels)), [0, 3, 1, 2]);
        for (var block = 0; block < Options.Blocks; block++)
        {
            var inner = ops.Relu(ops.Conv2d(x, $"trunk.{block}.in", Options.Channels, 3));
            x = ops.Relu(ops.Add(x, ops.Conv2d(inner, $"trunk.{block}.out", Options.Channels, 3)));
        }

        return ops.Reshape(ops.Permute(x, [0, 2, 3, 1]), [-1, Columns, Options.Channels]);
    }

    private T Summary<T>(INetworkOps<T> ops, T image, T scene)
    {
        var own = ops.Reshape(ops.Slice(image, 1, Columns / 2, 1), [-1, Options.Channels]);
        var facts = ops.Relu(ops.Linear(scene, "scene.in", Options.Context));
        var all = ops.Concat(1, [own, ops.Mean(image, [1]), ops.Max(image, 1), facts]);
        return ops.Relu(ops.Linear(ops.Dropout(all, Options.Dropout), "context", Options.Context));
    }

    /// <summary>Two numbers a cell: how likely a placement into it, and a break of it.</summary>
    private T CellHead<T>(INetworkOps<T> ops, T image, T cells, T context)
    {
        var wanted = ops.Reshape(ops.Linear(context, "aim.context", Options.Channels), [-1, 1, Options.Channels]);
        var around = ops.Linear(ops.Relu(ops.Add(ops.Linear(image, "aim.image", Options.Channels), wanted)), "aim.levels", ViewShape.Levels * Options.CellFeatures);
        var both = ops.Concat(2, [ops.Reshape(around, [-1, ViewShape.Cells, Options.CellFeatures]), cells]);
        return ops.Linear(ops.Relu(ops.Linear(both, "aim.cells", 16)), "aim.out", 2);
    }
}
